/** What the options page is told and can ask for. */
import type { Claim } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import type { Shortcut } from './shortcut-table.ts';

/** The reader's choices, as far as this page shows them. */
export interface Choices {
  readonly sitesOff: readonly string[];
  readonly painter: 'highlights' | 'elements';
  readonly marks: boolean;
  readonly mutedClaims: readonly string[];
  readonly announce: boolean;
}

export interface OptionsView {
  readonly choices: Choices;
  readonly shortcuts: readonly Shortcut[];
  readonly claims: readonly Claim[];
  readonly studies: number;
  readonly database: DatabaseStatus;
}

export interface OptionsActions {
  choose(change: Partial<{ -readonly [Name in keyof Choices]: Choices[Name] }>): void | Promise<void>;
  openShortcuts(): void | Promise<void>;
  /** Looks for a newer database, and says how things stand then. */
  checkNow(): Promise<DatabaseStatus>;
  openLibrary(at?: string): void | Promise<void>;
}

/** The site that an entry names: "https://www.blog.example/a" and " www.blog.example " are the same; undefined where it is none. */
export function siteIn(entry: string): string | undefined {
  const text = entry.trim().toLowerCase();
  if (text === '' || /\s/u.test(text)) return undefined;
  if (text === 'file:' || text.startsWith('file:///')) return 'file:';
  const url = URL.parse(/^[a-z]+:\/\//u.test(text) ? text : `https://${text}`);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.hostname !== '' ? url.hostname : undefined;
}
