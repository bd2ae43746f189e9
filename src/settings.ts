/**
 * The reader's choices. They live in `storage.local` under one key, which only the background and the extension's own
 * pages touch; content scripts ask the background for them.
 */
import * as z from 'zod';
import { browser } from './browser.ts';

const settingsSchema = z.object({
  /** host names on which LDN Lens stays silent */
  sitesOff: z.array(z.string()).catch([]),
  /** how mentions are painted: page untouched, or elements that survive saving a page */
  painter: z.enum(['highlights', 'elements']).catch('highlights'),
  /** mark in the page, or only count and list */
  marks: z.boolean().catch(true),
  /** claims that the reader does not want to see marked */
  mutedClaims: z.array(z.string()).catch([]),
  /** one polite summary for screen readers when a page has been read */
  announce: z.boolean().catch(true),
});

export type Settings = z.infer<typeof settingsSchema>;

const key = 'settings';

/** The reader's choices; what is missing or unreadable in storage takes its default. */
export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(key))[key];
  return settingsSchema.catch(() => settingsSchema.parse({})).parse(stored ?? {});
}

/** Changes some choices and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [key]: settings });
  return settings;
}

/** Calls back at each change of the choices, until the returned function is called. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && key in changes) void readSettings().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
