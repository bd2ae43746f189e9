/**
 * Firefox's own window, where toolbar, popup and tabs are: WebDriver BiDi shows it to whoever started the browser with
 * --remote-allow-system-access. Nothing in the extension knows of it.
 */
import type { BidiConnection } from 'puppeteer-core/internal/bidi/Connection.js';
import type { Json } from './browsers.ts';
import { callOf } from './call.ts';

/** Runs a function in the browser's window, with the browser's own rights. */
export type InWindow = <A extends readonly Json[], R>(
  run: (...args: A) => R | Promise<R>,
  ...args: A
) => Promise<R>;

/** What we use of that window's globals; Firefox has no types for them. */
export interface FirefoxWindow {
  readonly gBrowser: {
    addTrustedTab(url: string): unknown;
    selectedTab: unknown;
    readonly selectedBrowser: FirefoxBrowser;
  };
  readonly WebExtensionPolicy: {
    getByID(id: string): {
      getURL(path: string): string;
      extension: { terminateBackground(how: { disableResetIdleForTest: boolean }): Promise<void> };
    };
  };
  readonly Services: { readonly prefs: { setIntPref(name: string, value: number): void } };
  readonly ChromeUtils: {
    importESModule(url: 'resource://gre/modules/AddonManager.sys.mjs'): {
      AddonManager: {
        getAddonByID(id: string): Promise<{ enable(): Promise<void>; disable(): Promise<void> }>;
      };
    };
    importESModule(url: string): {
      ExtensionParent: {
        apiManager: {
          global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): void } };
        };
      };
    };
  };
  readonly Cc: Record<'@mozilla.org/text-input-processor;1', { createInstance(type: unknown): TextInput }>;
  readonly Ci: { readonly nsITextInputProcessor: unknown };
}

/** The element that shows a document: a tab's, or the popup's. */
export interface FirefoxBrowser extends HTMLElement {
  readonly currentURI?: { readonly spec: string };
  readonly webProgress: { readonly isLoadingDocument: boolean };
  readonly browsingContext: {
    prefersColorSchemeOverride: string;
    forcedColorsOverride: string;
    mediumOverride: string;
    readonly currentWindowGlobal: {
      drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>;
    };
  };
  readonly messageManager: {
    loadFrameScript(url: string, forLater: boolean): void;
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  };
}

interface TextInput {
  beginInputTransactionForTests(window: unknown): void;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

/** Finds the browser's window. */
export async function browserWindow(connection: BidiConnection): Promise<InWindow> {
  // Firefox's own extension of the protocol, so not among its types.
  const ofTheBrowser: object = { 'moz:scope': 'chrome' };
  const { result } = await connection.send('browsingContext.getTree', ofTheBrowser);
  const context = result.contexts[0]?.context;
  if (!context) throw new Error('Firefox does not show its window');
  return async (run, ...args) => {
    const { result: answer } = await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await ${callOf(run, '', args)}))()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.type === 'string' ? JSON.parse(answer.result.value) : undefined;
  };
}
