/** Firefox, driven over WebDriver BiDi by puppeteer; what belongs to the browser's own window by firefox-window.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type KeyInput, type Page as PuppeteerPage } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import type { BidiConnection } from 'puppeteer-core/internal/bidi/Connection.js';
import type { BrowserWithLens, Launch, Look, Page, View } from './browsers.ts';
import { callOf } from './call.ts';
import { callInCard } from './firefox-card.ts';
import { openFirefoxPopup } from './firefox-popup.ts';
import { firefoxTree, hearFirefox } from './firefox-tree.ts';
import { browserWindow, type FirefoxWindow, type InWindow } from './firefox-window.ts';

interface Firefox {
  readonly browser: Browser;
  readonly connection: BidiConnection;
  readonly inWindow: InWindow;
  readonly extensionId: string;
}

/** Opens Firefox with the extension installed. */
export async function openFirefox({ executable, extension, headless }: Launch): Promise<BrowserWithLens> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ['--remote-allow-system-access'],
  });
  const extensionId = await browser.installExtension(extension);
  const connection = connectionOf(browser);
  const firefox = { browser, connection, extensionId, inWindow: await browserWindow(connection) };
  return {
    name: 'firefox',
    openPage: async (url) => {
      // A window that someone looks at has one tab to begin with; closing the last one would close the window.
      const [first] = headless ? [] : await browser.pages();
      const page = tab(firefox, first?.url() === 'about:blank' ? first : await browser.newPage());
      await page.goto(url);
      return page;
    },
    openExtensionPage: async (path) => tab(firefox, await openOwnPage(firefox, path)),
    stopBackground: () => firefox.inWindow(stopBackground, extensionId),
    switchExtension: (on) => firefox.inWindow(switchAddon, extensionId, on),
    updateExtension: async () => void (await browser.installExtension(extension)),
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => browser.close(),
  };
}

/** Puppeteer's own line to the browser, for what its interface leaves out. */
function connectionOf(browser: Browser): BidiConnection {
  const inside: unknown = browser;
  if (inside instanceof BidiBrowser) return inside.connection;
  throw new Error('puppeteer drives Firefox by another protocol than BiDi');
}

function tab({ connection, inWindow, extensionId }: Firefox, page: PuppeteerPage): Page {
  const said: string[] = [];
  const press = async (keys: string) => {
    if (!(await inWindow(pressShortcut, keys))) throw new Error(`no command has the shortcut ${keys}`);
  };
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error instanceof Error ? error.message : error}`));
  return {
    ...viewOf(page, inWindow),
    said,
    goto: async (url) => void (await page.goto(url)),
    url: () => page.evaluate(() => location.href),
    resize: (width, height) => page.setViewport({ width, height }),
    prefer: async (look) => {
      await page.bringToFront();
      await inWindow(prefer, look);
    },
    hear: () => hearFirefox(inWindow),
    tap: ({ x, y }) => page.touchscreen.tap(x, y),
    inCard: async (run, ...args) => (await callInCard(connection, page, callOf(run, 'card', args))) as never,
    openPopup: async (keys) => {
      await page.bringToFront();
      return await openFirefoxPopup(inWindow, extensionId, keys ? () => press(keys) : undefined);
    },
    useShortcut: async (keys) => {
      await page.bringToFront();
      await press(keys);
    },
  };
}

function viewOf(page: PuppeteerPage, inWindow: InWindow): View {
  return {
    evaluate: async (run, ...args) =>
      (await page.evaluate(callOf(run, '', args))) as Awaited<ReturnType<typeof run>>,
    click: ({ x, y }) => page.mouse.click(x, y),
    press: async (keys) => {
      const held = keys.split('+') as KeyInput[];
      const key = held.pop();
      for (const modifier of held) await page.keyboard.down(modifier);
      if (key) await page.keyboard.press(key);
      for (const modifier of held) await page.keyboard.up(modifier);
    },
    tree: async () => {
      await page.bringToFront();
      return await firefoxTree(inWindow, '#tabbrowser-tabpanels .deck-selected browser');
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}

/** Tabs opened for one page: now and then the driver loses sight of a tab while it changes processes. */
const mostTabs = 3;

/** An extension's page in a new tab. A script may not send a tab there, so the browser's window opens it. */
async function openOwnPage(firefox: Firefox, path: string): Promise<PuppeteerPage> {
  for (let tab = 0; tab < mostTabs; tab++) {
    const page = await tryToOpen(firefox, path);
    if (page) return page;
  }
  throw new Error(`${path} did not open`);
}

async function tryToOpen(
  { browser, inWindow, extensionId }: Firefox,
  path: string,
): Promise<PuppeteerPage | undefined> {
  const before = await browser.pages();
  await inWindow(openTab, extensionId, path);
  for (let tries = 0; tries < 120; tries++) {
    for (const page of await browser.pages()) {
      if (!before.includes(page) && (await page.evaluate(hasLoaded).catch(() => false))) return page;
    }
    await pause(50);
  }
  return undefined;
}

function hasLoaded(): boolean {
  return location.protocol === 'moz-extension:' && document.readyState === 'complete';
}

// These travel into the browser's window.

function openTab(extensionId: string, path: string): void {
  const { gBrowser, WebExtensionPolicy } = window as unknown as FirefoxWindow;
  gBrowser.selectedTab = gBrowser.addTrustedTab(WebExtensionPolicy.getByID(extensionId).getURL(path));
}

/** At once: Firefox would else wait where the background has just been told something. */
function stopBackground(extensionId: string): Promise<void> {
  const { WebExtensionPolicy } = window as unknown as FirefoxWindow;
  return WebExtensionPolicy.getByID(extensionId).extension.terminateBackground({
    disableResetIdleForTest: true,
  });
}

async function switchAddon(extensionId: string, on: boolean): Promise<void> {
  const { ChromeUtils } = window as unknown as FirefoxWindow;
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(extensionId);
  await (on ? addon.enable() : addon.disable());
}

function prefer(look: Look): void {
  const { gBrowser, Services } = window as unknown as FirefoxWindow;
  const { browsingContext } = gBrowser.selectedBrowser;
  browsingContext.prefersColorSchemeOverride = look === 'dark' ? 'dark' : 'light';
  browsingContext.forcedColorsOverride = look === 'forced colours' ? 'active' : 'none';
  browsingContext.mediumOverride = look === 'print' ? 'print' : '';
  Services.prefs.setIntPref('ui.prefersReducedMotion', look === 'reduced motion' ? 1 : 0);
}

/** Firefox turns each shortcut into a `key` element of its window; this is what that element does when pressed. */
function pressShortcut(keys: string): boolean {
  const held = keys.toLowerCase().split('+');
  const letter = held.pop();
  const bound = document.querySelectorAll<Element & { doCommand(): void }>(
    'keyset[id^="ext-keyset-id-"] key',
  );
  const key = [...bound].find(
    (one) =>
      one.getAttribute('key')?.toLowerCase() === letter &&
      held.every((modifier) => one.getAttribute('modifiers')?.includes(modifier)),
  );
  key?.doCommand();
  return key !== undefined;
}
