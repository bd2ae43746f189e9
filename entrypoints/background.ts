/** The background: owns the database, starts scanners, keeps the badge. Holds nothing that it could not read again. */
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../src/browser.ts';
import { readChannel } from '../src/feed/channel.ts';
import { createKeeper } from '../src/feed/keeper.ts';
import { shelf } from '../src/feed/store.ts';
import { keepUpToDate } from '../src/feed/timer.ts';
import { answer, type BackgroundMessages, type Sender } from '../src/messages.ts';
import { highlightSheets } from '../src/page/highlight-sheet.ts';
import { changeSettings, readSettings, watchSettings } from '../src/settings.ts';
import { showCount } from '../src/tabs/badge.ts';
import { runCommand } from '../src/tabs/commands.ts';
import { dropFrames, framesOf, keepCount } from '../src/tabs/frames.ts';
import { lastReport, openLibrary, openReport } from '../src/tabs/open.ts';
import { applySettings, askOpenPagesOnce, startScanner, useInPages } from '../src/tabs/scanning.ts';

export default defineBackground(() => {
  const keeper = createKeeper({
    shelf,
    channel: readChannel(import.meta.env),
    send: (url, request) => fetch(url, request),
    now: Date.now,
    chance: Math.random,
    changed: useInPages,
  });
  answer<BackgroundMessages>({
    startScanner: async (sender) =>
      startScanner(frameOf(sender), sender.tabUrl, await readSettings(), highlightSheets()),
    getDatabase: () => keeper.database(),
    getDatabaseStatus: () => keeper.status(),
    // only our own pages have this button
    checkNow: ({ url }) => (isOwnPage(url) ? keeper.check() : keeper.status()),
    getSettings: () => readSettings(),
    muteClaim: async (_sender, id) => {
      const { mutedClaims } = await readSettings();
      await changeSettings({ mutedClaims: [...new Set([...mutedClaims, id])] });
    },
    reportCount: async (sender, count) => {
      const { tabId, frameId } = frameOf(sender);
      await keepCount(tabId, frameId, count);
      await showCount(tabId);
      return (await keeper.database()).version;
    },
    leave: async (sender) => {
      const { tabId, frameId } = frameOf(sender);
      await dropFrames([{ tabId, frameId }]);
      await showCount(tabId);
    },
    getFrames: async (_sender, tabId) => (await framesOf(tabId)).map(({ frameId }) => frameId),
    openLibrary: (_sender, at) => openLibrary(at),
    openReport: (_sender, text) => openReport(text),
    getReport: () => lastReport(),
  });
  watchSettings((settings, before) => void applySettings(settings, before));
  // Wakes the background; that alone asks the pages
  browser.runtime.onInstalled.addListener(() => undefined);
  void askOpenPagesOnce();
  browser.tabs.onRemoved.addListener((tabId) => void framesOf(tabId).then(dropFrames));
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) void runCommand(command, tab.id);
  });
  closeStorage();
  keepUpToDate(keeper);
  // The last background may have been stopped between an update and telling the pages
  void keeper.database().then(useInPages);
});

/** Content scripts share a process with the page: where the browser can, it keeps them out of the storage. */
function closeStorage(): void {
  const local: typeof browser.storage.local & { setAccessLevel?: (to: object) => Promise<void> } =
    browser.storage.local;
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

function isOwnPage(url: string | undefined): boolean {
  return url?.startsWith(browser.runtime.getURL('')) === true;
}

function frameOf({ tabId, frameId }: Sender): { tabId: number; frameId: number } {
  if (tabId === undefined || frameId === undefined) throw new TypeError('asked by something that is no page');
  return { tabId, frameId };
}
