/**
 * A browser with LDN Lens in it, as a person has it: the built extension, nothing switched for testing. One interface,
 * two drivers; a spec written against it runs in Chromium and in Firefox.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from './built-extension.ts';
import { openChromium } from './chromium.ts';
import type { BrowserName } from './find-browser.ts';
import { openFirefox } from './firefox.ts';
import { ensureBrowser } from './install-browser.ts';

export type { BrowserName } from './find-browser.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How the person has the browser draw pages; each of these is the only one in force. */
export type Look = 'light' | 'dark' | 'forced colours' | 'reduced motion' | 'print';

/** What can be handed to a document and back. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One document that a person looks at: a page, a page of the extension, the toolbar popup. */
export interface View {
  /** Runs a function there; it can use only its arguments and the document's own globals. */
  evaluate<A extends readonly Json[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** A click with the mouse, in CSS pixels from the top left corner of what is seen. */
  click(at: Point): Promise<void>;
  /** A key, or keys together: `Enter`, `Shift+Tab`. */
  press(keys: string): Promise<void>;
  /** What a screen reader is told of it, line by line; a card's closed shadow root included. */
  tree(): Promise<string>;
  /** A picture of what is seen, as PNG. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A tab. */
export interface Page extends View {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  resize(width: number, height: number): Promise<void>;
  prefer(look: Look): Promise<void>;
  /** From now on hears what is said to screen readers without an element to say it in; the answer tells what it was. */
  hear(): Promise<() => Promise<readonly string[]>>;
  /** A finger touches a place and lets go. */
  tap(at: Point): Promise<void>;
  /**
   * Runs a function in the evidence card: in its closed shadow root, which no script of the page can reach. The
   * debugger can. `undefined` where no card is open.
   */
  inCard<A extends readonly Json[], R>(
    run: (card: ShadowRoot, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R | undefined>;
  /** What stands in the page's console: messages, warnings and uncaught errors, of page and content scripts alike. */
  readonly said: readonly string[];
  /** Clicks the extension's button in the toolbar while this tab is in front; or presses a shortcut that opens the popup. */
  openPopup(shortcut?: string): Promise<View>;
  /** Presses one of the extension's keyboard shortcuts while this tab is in front: `Alt+Shift+J`. */
  useShortcut(keys: string): Promise<void>;
}

/** A browser with the extension installed. */
export interface BrowserWithLens {
  readonly name: BrowserName;
  openPage(url: string): Promise<Page>;
  /** A page of the extension, in a tab: `library.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** The browser does this to a background that has nothing to do. */
  stopBackground(): Promise<void>;
  /** As with the switch in the browser's list of extensions. */
  switchExtension(on: boolean): Promise<void>;
  /** Installs the extension over itself, as an update does. */
  updateExtension(): Promise<void>;
  /** settles when the person, or we, closed it */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface Opening {
  readonly name: BrowserName;
  /** a window to look at, or none */
  readonly headless: boolean;
  /** hears what takes time, such as installing a browser */
  readonly say: (line: string) => void;
  /** a built extension in another place than the usual one */
  readonly extension?: string;
}

/** What a driver is given. */
export interface Launch {
  readonly executable: string;
  /** the built extension */
  readonly extension: string;
  readonly headless: boolean;
}

/** Opens a browser with the built extension. */
export async function openBrowser(opening: Opening): Promise<BrowserWithLens> {
  const { name, headless, say, extension = builtExtension(name) } = opening;
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error(`${extension} is not built: run "npm run build"`);
  const executable = await ensureBrowser(name, say);
  return await (name === 'chromium' ? openChromium : openFirefox)({ executable, extension, headless });
}
