/** The toolbar popup in Firefox: the browser's window shows it in a panel, and reaches into it by frame scripts. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json, View } from './browsers.ts';
import { callOf } from './call.ts';
import { firefoxTree } from './firefox-tree.ts';
import type { FirefoxBrowser, FirefoxWindow, InWindow } from './firefox-window.ts';

/** Takes hold of the popup that `open` brings up; the toolbar button does unless told otherwise. */
export async function openFirefoxPopup(
  inWindow: InWindow,
  extensionId: string,
  open: () => Promise<unknown> = () => inWindow(clickToolbarButton, extensionId),
): Promise<View> {
  await open();
  for (let tries = 0; !(await inWindow(isShown)); tries++) {
    if (tries === 100) throw new Error('the toolbar button opened no popup');
    await pause(50);
  }
  const inPopup = async (script: string) => JSON.parse(await inWindow(runInPopup, script));
  return {
    evaluate: (run, ...args) => inPopup(asDocument(callOf(run, '', args))),
    click: ({ x, y }) => inPopup(asBrowser(clickInPopup, x, y)),
    press: (key) => inPopup(asBrowser(pressInPopup, key)),
    tree: () => firefoxTree(inWindow, '.webextension-popup-browser'),
    screenshot: async (path) => writeFile(path, Buffer.from(await inWindow(drawPopup), 'base64')),
    close: () => inWindow(clickToolbarButton, extensionId),
  };
}

/** An expression for the popup's own document, with no more rights than the popup has. */
function asDocument(expression: string): string {
  const inside = JSON.stringify(`(async () => JSON.stringify(await ${expression}))()`);
  return `Cu.evalInSandbox(${inside}, Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`;
}

/** A function that acts as mouse or keyboard do. */
function asBrowser(run: (popup: InputWindow, ...args: never[]) => void, ...args: readonly Json[]): string {
  return `${callOf(run, 'content', args)} ?? null`;
}

interface InputWindow extends Window {
  synthesizeMouseEvent(type: string, x: number, y: number, data: object, options: object): void;
  readonly KeyboardEvent: typeof KeyboardEvent;
}

// The functions below travel: the first three into the browser's window, the last two into the popup's process.

async function clickToolbarButton(extensionId: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = window as unknown as FirefoxWindow;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

function isShown(): boolean {
  const shown = document.querySelector<FirefoxBrowser>('panel[panelopen] .webextension-popup-browser');
  return (
    shown?.currentURI?.spec.startsWith('moz-extension:') === true && !shown.webProgress.isLoadingDocument
  );
}

async function runInPopup(script: string): Promise<string> {
  const shown = document.querySelector<FirefoxBrowser>('.webextension-popup-browser');
  if (!shown) throw new Error('the popup is closed');
  const { messageManager } = shown;
  const answer = Promise.withResolvers<string>();
  const name = `lens-${Math.random()}`;
  messageManager.addMessageListener(name, ({ data }) => answer.resolve(data));
  const work = `(async () => sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(await (async () => {
    try { return { value: await ${script} } } catch (error) { return { error: String(error) } }
  })())))()`;
  messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(work)}`, false);
  const { value, error } = JSON.parse(await answer.promise);
  if (error) throw new Error(error);
  return value ?? 'null';
}

async function drawPopup(): Promise<string> {
  const shown = document.querySelector<FirefoxBrowser>('.webextension-popup-browser');
  if (!shown) throw new Error('the popup is closed');
  const bitmap = await shown.browsingContext.currentWindowGlobal.drawSnapshot(null, 2, 'white');
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function clickInPopup(popup: InputWindow, x: number, y: number): void {
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    popup.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 }, {});
  }
}

function pressInPopup(popup: InputWindow, key: string): void {
  const { Cc, Ci } = globalThis as unknown as FirefoxWindow;
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(popup);
  const event = new popup.KeyboardEvent('', { key, code: key === ' ' ? 'Space' : key });
  processor.keydown(event);
  processor.keyup(event);
}
