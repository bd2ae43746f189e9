/** Asks the tab behind the popup what was found in it. */
import { browser } from '../../src/browser.ts';
import { ask, askPage } from '../../src/messages.ts';
import { readSettings, siteOf } from '../../src/settings.ts';
import { type FrameFindings, merged, obstacleIn, type PopupView } from '../../src/ui/popup-view.ts';

/** A tab, as far as the popup must know it. */
export type Tab = Awaited<ReturnType<typeof browser.tabs.get>>;

const webPages = { origins: ['http://*/*', 'https://*/*'] };
const nothing = { mentions: [], unassessed: 0, length: 0, title: '', address: '' };

/** The tab in view; where the popup is a tab of its own, the one looked at before. */
export async function tabInView(): Promise<Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true, ...(own ? {} : { active: true }) });
  return tabs
    .filter(({ id }) => id !== own?.id)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** How things stand in a tab, but for the database. */
export async function readTab(
  tab: Tab | undefined,
): Promise<Omit<PopupView, 'database' | 'status' | 'shortcuts'>> {
  if (!tab) return { ...nothing, site: undefined, situation: 'browser-page' };
  const site = tab.url === undefined ? undefined : siteOf(tab.url);
  if (site !== undefined && (await readSettings()).sitesOff.includes(site)) {
    return { ...nothing, site, situation: 'off' };
  }
  const [frames, hasGone] = await readFrames(tab.id ?? 0);
  if (frames.length > 0) return { site, title: tab.title ?? '', address: tab.url ?? '', ...merged(frames) };
  const obstacle = obstacleIn({
    url: tab.url,
    hasAccess: await browser.permissions.contains(webPages),
    isFileAllowed: await browser.extension.isAllowedFileSchemeAccess(),
  });
  if (obstacle) return { ...nothing, site: undefined, situation: obstacle };
  const isDeaf = hasGone || !(await isReachable(tab.id ?? 0));
  return { ...nothing, site, situation: isDeaf ? 'reload' : 'none' };
}

/** May our scripts run in the tab as it is now? Not where loading failed, nor in some tabs older than the extension. */
async function isReachable(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['gate.js'] });
    return true;
  } catch {
    // what the browser shows there is no page
    return false;
  }
}

/** Asks the browser for access to web pages; only works from a click. */
export function askForAccess(): Promise<boolean> {
  return browser.permissions.request(webPages);
}

/** The findings of a tab's frames, and whether one that was read does not answer any more. */
async function readFrames(tabId: number): Promise<readonly [FrameFindings[], boolean]> {
  const ids = await ask('getFrames', tabId);
  const answers = await Promise.allSettled(
    ids.map(async (frameId) => ({ frameId, ...(await askPage({ tabId, frameId }, 'getPage')) })),
  );
  const frames = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return [frames, frames.length < ids.length];
}
