/** Starting and stopping to read pages. */
import { browser } from '../browser.ts';
import type { Database } from '../database/schema.ts';
import { askPage } from '../messages.ts';
import type { HighlightSheets } from '../page/highlight-sheet.ts';
import { type Settings, siteOf } from '../settings.ts';
import { showCount } from './badge.ts';
import { allFrames, dropFrames, type Frame } from './frames.ts';

/** Loads the scanner and its style sheets into a frame; false where the site is switched off. */
export async function startScanner(
  frame: { readonly tabId: number; readonly frameId: number },
  pageUrl: string | undefined,
  settings: Settings,
  sheets: HighlightSheets,
): Promise<boolean> {
  if (isOff(pageUrl, settings)) return false;
  if (await isReading(frame)) return true;
  const target = { tabId: frame.tabId, frameIds: [frame.frameId] };
  await Promise.all([
    browser.scripting.insertCSS({ target, css: sheets.user, origin: 'USER' }),
    browser.scripting.insertCSS({ target, css: sheets.author, origin: 'AUTHOR' }),
  ]);
  await browser.scripting.executeScript({ target, files: ['scanner.js'] });
  return true;
}

/** Does a scanner of this extension's present life run there? One that an update left behind does not hear us. */
function isReading(frame: { readonly tabId: number; readonly frameId: number }): Promise<boolean> {
  return askPage(frame, 'isReading').catch(() => false);
}

const askedKey = 'open pages asked';

/**
 * Asks the pages that are open already, once in each life of the extension: after it was installed, updated or switched on
 * again. No event tells of the last, but session storage lives as long.
 */
export async function askOpenPagesOnce(): Promise<void> {
  if ((await browser.storage.session.get(askedKey))[askedKey]) return;
  await browser.storage.session.set({ [askedKey]: true });
  await askOpenPages();
}

/** Asks the pages that are open already, in all their frames, whether they speak of LDN. */
async function askOpenPages(sites?: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  const asked = tabs.map(async ({ id, url }) => {
    const site = url && siteOf(url);
    if (id === undefined || !site || (sites && !sites.includes(site))) return;
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['gate.js'] });
  });
  // Some tabs let no extension in, and say so by an error
  await Promise.allSettled(asked);
}

const toldKey = 'database in pages';

/** Hands a database to the pages that are being read, unless they have been told of it. */
export async function useInPages({ version }: Pick<Database, 'version'>): Promise<void> {
  if ((await browser.storage.session.get(toldKey))[toldKey] === version) return;
  const frames = await allFrames();
  await Promise.allSettled(frames.map((frame) => askPage(frame, 'useDatabase')));
  await browser.storage.session.set({ [toldKey]: version });
}

/** Brings all pages in line with the reader's choices. */
export async function applySettings(settings: Settings, before: Settings): Promise<void> {
  const frames = await allFrames();
  await Promise.allSettled(frames.map((frame) => applyToFrame(frame, settings)));
  const switchedOn = before.sitesOff.filter((site) => !settings.sitesOff.includes(site));
  if (switchedOn.length) await askOpenPages(switchedOn);
}

async function applyToFrame(frame: Frame, settings: Settings): Promise<void> {
  const { url } = await browser.tabs.get(frame.tabId);
  if (!isOff(url, settings)) {
    await askPage(frame, 'useSettings', settings);
    return;
  }
  await Promise.allSettled([askPage(frame, 'stop'), dropFrames([frame])]);
  await showCount(frame.tabId);
}

function isOff(pageUrl: string | undefined, settings: Settings): boolean {
  const site = pageUrl && siteOf(pageUrl);
  return site !== undefined && site !== '' && settings.sitesOff.includes(site);
}
