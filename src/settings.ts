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
  return parse((await browser.storage.local.get(key))[key]);
}

/** Changes some choices and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [key]: settings });
  return settings;
}

/** Switches a site, as `siteOf` names it, on or off. */
export async function switchSite(site: string, on: boolean): Promise<Settings> {
  const others = (await readSettings()).sitesOff.filter((one) => one !== site);
  return changeSettings({ sitesOff: on ? others : [...others, site].sort() });
}

/** Calls back at each change of the choices, with what they were before, until the returned function is called. */
export function watchSettings(changed: (settings: Settings, before: Settings) => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area === 'local' && change) changed(parse(change.newValue), parse(change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function parse(stored: unknown): Settings {
  return settingsSchema.catch(() => settingsSchema.parse({})).parse(stored ?? {});
}

/** The name under which a site is switched off: its host; all local files are one site. Undefined for browser pages. */
export function siteOf(url: string): string | undefined {
  const { protocol, hostname } = URL.parse(url) ?? {};
  if (protocol === 'file:') return 'file:';
  return protocol === 'http:' || protocol === 'https:' ? hostname : undefined;
}
