/** The toolbar popup. */
import '../../src/ui/popup.css';
import { browser } from '../../src/browser.ts';
import { ask, askPage } from '../../src/messages.ts';
import { switchSite } from '../../src/settings.ts';
import { openShortcutSettings, readShortcuts } from '../../src/tabs/shortcuts.ts';
import { dressPage } from '../../src/ui/own-page.ts';
import { type PopupActions, renderPopup } from '../../src/ui/popup.ts';
import { loadingView, type PopupView } from '../../src/ui/popup-view.ts';
import { askForAccess, readTab, tabInView } from './read-tab.ts';

const root = document.getElementById('popup') ?? document.body;
let view: PopupView = loadingView;

const actions: PopupActions = {
  show: async ({ frameId, index }) => {
    const tabId = (await tabInView())?.id;
    if (tabId === undefined) return;
    await browser.tabs.update(tabId, { active: true });
    await askPage({ tabId, frameId }, 'showMention', index);
    window.close();
  },
  switchSite: async (on) => {
    if (view.site !== undefined) await switchSite(view.site, on);
    await (on ? readSoon() : read());
  },
  checkNow: async () => {
    const status = await ask('checkNow');
    if (status.version !== view.status?.version) await read();
    return status;
  },
  openLibrary: (at) => ask('openLibrary', at).then(() => window.close()),
  openShortcuts: () => openShortcutSettings().then(() => window.close()),
  openOptions: () => browser.runtime.openOptionsPage().then(() => window.close()),
  allow: async () => {
    if (await askForAccess()) await actions.reload();
  },
  reload: async () => {
    const tabId = (await tabInView())?.id;
    if (tabId !== undefined) await browser.tabs.reload(tabId);
    await readSoon();
  },
};

async function read(): Promise<void> {
  const [found, database, status, shortcuts] = await Promise.all([
    tabInView().then(readTab),
    ask('getDatabase'),
    ask('getDatabaseStatus'),
    readShortcuts(),
  ]);
  show({ ...found, database, status, shortcuts });
}

/** A page that only begins to be read takes a moment. */
async function readSoon(): Promise<void> {
  show({ ...view, situation: 'loading' });
  for (const wait of [400, 1600]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await read();
    if (view.mentions.length > 0) return;
  }
}

function show(next: PopupView): void {
  view = next;
  renderPopup(root, view, actions);
}

dressPage();
// Phones, and some readers, open it in a tab: there the window gives the width, not the popup to its window
void browser.tabs.getCurrent().then((own) => document.body.classList.toggle('in-tab', own !== undefined));
show(view);
read().catch(() => show({ ...view, situation: 'error' }));
