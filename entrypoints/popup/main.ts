/** The toolbar popup. */
import '../../src/ui/popup.css';
import { browser } from '../../src/browser.ts';
import { ask, askPage } from '../../src/messages.ts';
import { changeSettings, readSettings } from '../../src/settings.ts';
import { dressPage } from '../../src/ui/own-page.ts';
import { type PopupActions, renderPopup } from '../../src/ui/popup.ts';
import type { PopupView } from '../../src/ui/popup-view.ts';
import { askForAccess, readTab, tabInView } from './read-tab.ts';

const root = document.getElementById('popup') ?? document.body;
let view: PopupView = {
  situation: 'loading',
  site: undefined,
  mentions: [],
  unassessed: 0,
  length: 0,
  claims: [],
  database: undefined,
};

const actions: PopupActions = {
  show: async ({ frameId, index }) => {
    const tab = await tabInView();
    if (tab?.id === undefined) return;
    await browser.tabs.update(tab.id, { active: true });
    await askPage({ tabId: tab.id, frameId }, 'showMention', index);
    window.close();
  },
  switchSite: async (on) => {
    const { site } = view;
    if (site === undefined) return;
    const others = (await readSettings()).sitesOff.filter((one) => one !== site);
    await changeSettings({ sitesOff: on ? others : [...others, site].sort() });
    await (on ? readSoon() : read());
  },
  openLibrary: async () => {
    await ask('openLibrary');
    window.close();
  },
  openOptions: async () => {
    await browser.runtime.openOptionsPage();
    window.close();
  },
  allow: async () => {
    if (await askForAccess()) await actions.reload();
  },
  reload: async () => {
    const tab = await tabInView();
    if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
    await readSoon();
  },
};

async function read(): Promise<void> {
  const tab = await tabInView();
  const [found, { claims, date, searchedTo }] = await Promise.all([
    tab ? readTab(tab) : { ...view, situation: 'browser-page' as const },
    ask('getDatabase'),
  ]);
  show({ ...found, claims, database: { date, searchedTo } });
}

/** A page that begins to be read takes a moment: what is known of it may change while the popup is open. */
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
show(view);
read().catch(() => show({ ...view, situation: 'error' }));
