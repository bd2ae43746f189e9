/**
 * Every message between the extension's worlds, typed by who answers. Content scripts and pages `ask` the background;
 * the popup asks a page with `askPage`.
 */
import { browser } from './browser.ts';
import type { Database, Stance } from './database/schema.ts';
import type { DatabaseStatus } from './database/status.ts';
import type { Verdict } from './matching/verdict.ts';
import type { Settings } from './settings.ts';

/** Answered by the background worker. */
export interface BackgroundMessages {
  /** The gate found that this frame speaks of LDN: inject the scanner, unless the site is switched off. */
  startScanner(): boolean;
  /** The best database at hand. */
  getDatabase(): Database;
  /** Where that database comes from and how current it is. */
  getDatabaseStatus(): DatabaseStatus;
  /** Look for a newer database now, and say how it went. */
  checkNow(): DatabaseStatus;
  /** The reader's choices. */
  getSettings(): Settings;
  /** Stop marking this claim, on every page. */
  muteClaim(id: string): void;
  /** A frame's count of mentions changed: for the badge. Answers with the version of the database that it should be using. */
  reportCount(count: number): number;
  /** The frame that asks is gone, or put by: it counts no longer. */
  leave(): void;
  /** The frames of a tab in which the scanner runs. */
  getFrames(tabId: number): readonly number[];
  /** Open the evidence library, at a claim or study where one is named. */
  openLibrary(at?: string): void;
  /** Open the page on which a report of a wrong match is finished. */
  openReport(text: string): void;
  /** The report to be finished; none after the browser was closed. */
  getReport(): string | undefined;
}

/** Answered by the scanner in a frame of a page. */
export interface PageMessages {
  /** Does a scanner run here? */
  isReading(): boolean;
  /** What was found in this frame so far, in page order. */
  getPage(): PageSummary;
  /** Scroll to a mention and open its card. */
  showMention(index: number): void;
  /** Go to the next or previous mention and open its card; false where this frame has none in that direction. */
  stepMention(by: 1 | -1): boolean;
  /** Go into the card of the claim at hand, opening it first, or out of it again; false where this frame has none. */
  toggleCard(): boolean;
  /** The database changed: read the page again with it. */
  useDatabase(): void;
  /** The reader's choices changed. */
  useSettings(settings: Settings): void;
  /** Take everything off this page. */
  stop(): void;
}

/** A frame's findings, as the popup lists them. */
export interface PageSummary {
  readonly inEnglish: boolean;
  /** length of the page's text, for the picture of how mentions are spread */
  readonly length: number;
  readonly mentions: readonly MentionSummary[];
  /** how many sentences speak of LDN but were not assessed */
  readonly unassessed: number;
}

export interface MentionSummary {
  readonly start: number;
  readonly quote: string;
  /** what stands right before and after it in its own paragraph: tells it from the same words elsewhere */
  readonly before: string;
  readonly after: string;
  /** the page says the same words elsewhere too */
  readonly isRepeated: boolean;
  /** the worst verdict of its claims */
  readonly verdict: Verdict;
  readonly claims: readonly { readonly id: string; readonly stance: Stance; readonly verdict: Verdict }[];
}

type Messages = { [Name in keyof BackgroundMessages]: BackgroundMessages[Name] } | PageMessages;
type Envelope = { readonly ldnLens: string; readonly args: readonly unknown[] };
// biome-ignore lint/suspicious/noExplicitAny: the one place where any function must do
type AnyFunction = (...args: any[]) => unknown;
type Answers<T> = { [Name in keyof T]: T[Name] extends AnyFunction ? Answer<T[Name]> : never };
type Answer<F extends AnyFunction> = (
  sender: Sender,
  ...args: Parameters<F>
) => ReturnType<F> | Promise<ReturnType<F>>;

/** Who asked: tab and frame, where it was a page. */
export interface Sender {
  readonly tabId?: number;
  readonly frameId?: number;
  readonly url?: string;
  /** what the tab shows: the page that a frame stands in */
  readonly tabUrl?: string;
}

/** Asks the background worker. Rejects when the extension was updated or removed meanwhile. */
export async function ask<Name extends keyof BackgroundMessages>(
  name: Name,
  ...args: Parameters<BackgroundMessages[Name]>
): Promise<ReturnType<BackgroundMessages[Name]>> {
  return (await browser.runtime.sendMessage(envelope(name, args))) as ReturnType<BackgroundMessages[Name]>;
}

/** Asks the scanner in one frame of a tab. Rejects where none runs. */
export async function askPage<Name extends keyof PageMessages>(
  at: { readonly tabId: number; readonly frameId: number },
  name: Name,
  ...args: Parameters<PageMessages[Name]>
): Promise<ReturnType<PageMessages[Name]>> {
  const { tabId, frameId } = at;
  return (await browser.tabs.sendMessage(tabId, envelope(name, args), { frameId })) as ReturnType<
    PageMessages[Name]
  >;
}

/** Answers messages until the returned function is called. */
export function answer<T extends Messages>(answers: Answers<T>): () => void {
  const listener = (
    message: unknown,
    from: {
      tab?: { id?: number; url?: string };
      frameId?: number;
      url?: string;
    },
  ) => {
    if (!isEnvelope(message) || !Object.hasOwn(answers, message.ldnLens)) return undefined;
    const reply = answers[message.ldnLens as keyof T] as AnyFunction;
    const { tab, frameId, url } = from;
    const sender = { tabId: tab?.id, frameId, url, tabUrl: tab?.url };
    return Promise.resolve(reply(sender, ...message.args));
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function envelope(name: string, args: readonly unknown[]): Envelope {
  return { ldnLens: name, args };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'ldnLens' in message && 'args' in message;
}
