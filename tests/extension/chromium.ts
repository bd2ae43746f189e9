/** Chromium, driven by Playwright; what Playwright does not show (closed shadow roots, the popup) by DevTools protocol. */
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page as PlaywrightPage,
} from '@playwright/test';
import type { Browser } from 'webextension-polyfill';
import type { BrowserWithLens, Launch, Page, View } from './browsers.ts';
import { callOf } from './call.ts';
import { openChromiumPopup } from './chromium-popup.ts';
import { chromiumTree } from './chromium-tree.ts';

/** Opens Chromium with the extension installed. */
export async function openChromium({ executable, extension, headless }: Launch): Promise<BrowserWithLens> {
  // Root has no use of the sandbox, and some systems deny it to anyone who did not install the browser as root.
  const start = (chromiumSandbox: boolean) => launch(executable, headless, chromiumSandbox);
  const context = process.getuid?.() === 0 ? await start(false) : await start(true).catch(() => start(false));
  const devTools = await browserSession(context);
  const { id } = await devTools.send('Extensions.loadUnpacked', { path: extension });
  return {
    name: 'chromium',
    openPage: async (url) => {
      const page = await openTab(context, devTools, id);
      await page.goto(url);
      return page;
    },
    openExtensionPage: async (path) => {
      const page = await openTab(context, devTools, id);
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    stopBackground: async () => {
      const { targetInfos } = await devTools.send('Target.getTargets');
      const workers = targetInfos.filter(
        (target) => target.type === 'service_worker' && target.url.includes(id),
      );
      for (const { targetId } of workers) await devTools.send('Target.closeTarget', { targetId });
    },
    switchExtension: async (on) => {
      const list = await context.newPage();
      await list.goto('chrome://extensions');
      await list.evaluate(callOf(switchInList, '', [id, on]));
      await list.close();
    },
    updateExtension: async () => void (await devTools.send('Extensions.loadUnpacked', { path: extension })),
    closed: new Promise((resolve) => context.once('close', () => resolve())),
    close: () => context.close(),
  };
}

function launch(
  executablePath: string,
  headless: boolean,
  chromiumSandbox: boolean,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    chromiumSandbox,
    // Google's own Chrome knows no --load-extension any more; the protocol works in every Chromium.
    args: ['--enable-unsafe-extension-debugging', ...(headless ? ['--headless=new'] : [])],
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-back-forward-cache',
      ...(headless ? [] : ['--enable-automation']),
    ],
  });
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no access to the browser');
  return await browser.newBrowserCDPSession();
}

async function openTab(context: BrowserContext, devTools: CDPSession, id: string): Promise<Page> {
  const blank = context.pages().find((page) => page.url() === 'about:blank');
  const page = blank ?? (await context.newPage());
  const said = listen(page);
  return {
    ...viewOf(page),
    said,
    goto: async (url) => void (await page.goto(url)),
    url: async () => page.url(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    prefer: (look) =>
      page.emulateMedia({
        colorScheme: look === 'dark' ? 'dark' : 'light',
        forcedColors: look === 'forced colours' ? 'active' : 'none',
        reducedMotion: look === 'reduced motion' ? 'reduce' : 'no-preference',
        media: look === 'print' ? 'print' : 'screen',
      }),
    hear: () => hearContentScripts(page),
    tap: ({ x, y }) =>
      withSession(page, async (session) => {
        const touchPoints = [{ x, y }];
        await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
        await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      }),
    inCard: (run, ...args) => withSession(page, (session) => runInCard(session, callOf(run, 'this', args))),
    openPopup: async (keys) => {
      await page.bringToFront();
      const targetId = await tabOf(context, devTools, page);
      const open = keys
        ? () => pressShortcut(context, keys)
        : () => devTools.send('Extensions.triggerAction', { id, targetId });
      return await openChromiumPopup(devTools, id, open);
    },
    useShortcut: async (keys) => {
      await page.bringToFront();
      await pressShortcut(context, keys);
    },
  };
}

/** The debugger's line to one page, for as long as it is needed. */
async function withSession<T>(page: PlaywrightPage, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/** Chromium passes it straight to the system: so this listens where the extension says it, in its own world of the page. */
async function hearContentScripts(page: PlaywrightPage): Promise<() => Promise<readonly string[]>> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('the extension has no script in the page');
  const run = (expression: string) =>
    session.send('Runtime.evaluate', { contextId, expression, returnByValue: true });
  await run('heard = []; Document.prototype.ariaNotify = (text) => heard.push(text)');
  return async () => (await run('heard')).result.value;
}

function listen(page: PlaywrightPage): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  return said;
}

function viewOf(page: PlaywrightPage): View {
  return {
    evaluate: async (run, ...args) => await page.evaluate(callOf(run, '', args)),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (keys) => page.keyboard.press(keys),
    tree: () => withSession(page, (session) => chromiumTree(session.send.bind(session))),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

/** The card's host is a child of the document element with a closed shadow root; the debugger sees through. */
async function runInCard(session: CDPSession, expression: string) {
  const { root } = await session.send('DOM.getDocument', { depth: 2, pierce: true });
  const html = root.children?.find((node) => node.localName === 'html');
  const roots = html?.children?.flatMap((node) => node.shadowRoots ?? []) ?? [];
  const card = roots.find((shadow) => shadow.shadowRootType === 'closed');
  if (!card) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: card.backendNodeId });
  if (!object.objectId) return undefined;
  const answer = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `async function () { return ${expression} }`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (answer.exceptionDetails)
    throw new Error(answer.exceptionDetails.exception?.description ?? 'failed in the card');
  return answer.result.value;
}

/** The browser's name for the tab that shows a page. */
async function tabOf(context: BrowserContext, devTools: CDPSession, page: PlaywrightPage): Promise<string> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === targetInfo.url);
  if (!tab) throw new Error(`no tab shows ${targetInfo.url}`);
  return tab.targetId;
}

async function pressShortcut(context: BrowserContext, keys: string): Promise<void> {
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  if (!(await worker.evaluate(dispatchCommand, keys))) throw new Error(`no command has the shortcut ${keys}`);
}

/**
 * Keys that the debugger presses reach the page, but not the browser's own shortcuts; so this looks up which command the
 * browser has bound to the keys, and raises the event that it would raise.
 */
async function dispatchCommand(keys: string): Promise<boolean> {
  const { commands, tabs } = (globalThis as unknown as { chrome: Browser }).chrome;
  const command = (await commands.getAll()).find(({ shortcut }) => shortcut === keys);
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  if (command) (commands.onCommand as unknown as Dispatcher).dispatch(command.name, tab);
  return command !== undefined;
}

/** The browser's own page with the list of extensions may do what its switches do. */
function switchInList(id: string, on: boolean): Promise<void> {
  const { management } = (globalThis as unknown as { chrome: Browser }).chrome;
  return management.setEnabled(id, on);
}

interface Dispatcher {
  dispatch(...args: readonly unknown[]): void;
}
