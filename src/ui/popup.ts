/** The toolbar popup: the page's claims at a glance, or plain words on why there are none. */
import type { Database } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import { changesBlock } from './changes.ts';
import { expiredNote, stateWords, statusBlock } from './database-status.ts';
import { button, element } from './element.ts';
import { mentionList } from './mention-list.ts';
import type { ListedMention, PopupView, Situation } from './popup-view.ts';
import { type Shortcut, shortcutTable } from './shortcut-table.ts';
import { spreadPicture } from './spread.ts';
import { takeAlong } from './take-along.ts';
import { count, dateWords, notAdvice } from './words.ts';

/** What the popup can ask for. */
export interface PopupActions {
  show(mention: ListedMention): void | Promise<void>;
  switchSite(on: boolean): void | Promise<void>;
  /** Opens the library, at a claim where one is named. */
  openLibrary(at?: string): void | Promise<void>;
  /** Looks for a newer database, and says how things stand then. */
  checkNow(): Promise<DatabaseStatus>;
  openOptions(): void | Promise<void>;
  openShortcuts(): void | Promise<void>;
  /** asks the browser to let the extension read pages */
  allow(): void | Promise<void>;
  reload(): void | Promise<void>;
}

/** Shows a view in place of what stood there. */
export function renderPopup(root: HTMLElement, view: PopupView, actions: PopupActions): void {
  root.replaceChildren(head(view, actions), main(view, actions), foot(view, actions));
  // Who opens the popup by key or hears it begins at what it says of the page; the list comes next
  const { body, activeElement } = document;
  if (view.situation !== 'loading' && (activeElement === null || activeElement === body))
    root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

function head({ site, situation }: PopupView, actions: PopupActions): HTMLElement {
  const name = element('span', { class: 'brand' }, 'LDN Lens');
  if (site === undefined || situation === 'loading') return element('header', {}, name);
  const box = element('input', { type: 'checkbox', role: 'switch', checked: situation !== 'off' });
  box.addEventListener('change', () => actions.switchSite(box.checked));
  const label = site === 'file:' ? 'On for local files' : `On for ${site}`;
  return element('header', {}, name, element('label', { class: 'switch' }, element('span', {}, label), box));
}

function main(view: PopupView, actions: PopupActions): HTMLElement {
  const isBusy = view.situation === 'loading';
  return element(
    'main',
    { 'aria-busy': String(isBusy) },
    view.status && expiredNote(view.status),
    ...(view.situation === 'read' && view.mentions.length > 0 ? found(view, actions) : empty(view, actions)),
  );
}

function found(view: PopupView, actions: PopupActions): HTMLElement[] {
  const { mentions, length, database } = view;
  return [
    element('h1', { tabindex: -1 }, `${count(mentions.length, 'claim', 'claims')} about LDN on this page`),
    element('p', { class: 'coverage' }, coverageWords(view)),
    spreadPicture(mentions, length),
    mentionList(mentions, database?.claims ?? [], actions.show),
    ...(database ? [takeAlong({ ...view, database })] : []),
  ];
}

/** How much of the page was judged; what bears no mark was not found to be true. */
export function coverageWords({ mentions, unassessed }: Pick<PopupView, 'mentions' | 'unassessed'>): string {
  const recognised = `${count(mentions.length, 'LDN sentence', 'LDN sentences')} recognised`;
  const rest = unassessed === 0 ? 'none left unassessed' : `${unassessed} not assessed`;
  return `${recognised}, ${rest}. Unmarked does not mean true.`;
}

interface Words {
  readonly title: string;
  readonly text: string;
}

/** What to say where there is no list. */
const situationWords: Readonly<Record<Situation, Words>> = {
  loading: { title: 'Reading this page …', text: '' },
  read: {
    title: 'No claims recognised',
    text: 'This page speaks of LDN, but no sentence matched a claim in the database. Unmarked does not mean true.',
  },
  none: {
    title: 'No LDN on this page',
    text: 'The page does not mention naltrexone or LDN, so nothing was loaded into it.',
  },
  'not-english': {
    title: 'This page is not in English',
    text: 'LDN Lens reads English only, and leaves other pages alone.',
  },
  off: { title: 'Off on this site', text: 'You switched LDN Lens off here. Nothing on this site is read.' },
  reload: {
    title: 'Reload this page',
    text: 'LDN Lens cannot look into this page as it is. Perhaps it did not load, or was opened before LDN Lens started.',
  },
  error: {
    title: 'Something went wrong',
    text: 'The page could not be read. Reload it and try again.',
  },
  'browser-page': {
    title: 'This page cannot be read',
    text: 'Browsers keep extensions out of their own pages, such as settings and new tabs.',
  },
  store: {
    title: 'This page cannot be read',
    text: 'Browsers keep extensions out of their stores.',
  },
  pdf: {
    title: 'PDF files cannot be read',
    text: 'Browsers keep extensions out of their PDF viewer. If there is a web version of this text, open that.',
  },
  file: {
    title: 'Local files are closed to LDN Lens',
    text: 'To read files on this device, allow “access to file URLs” for LDN Lens in the browser’s extension settings.',
  },
  'no-access': {
    title: 'LDN Lens may not read this site',
    text: 'The browser has withheld access. Everything stays on this device: no page text is ever sent.',
  },
};

function empty(view: PopupView, actions: PopupActions): HTMLElement[] {
  const { title, text } = situationWords[view.situation];
  const parts: (HTMLElement | false)[] = [
    element('div', { role: 'status' }, element('h1', { tabindex: -1 }, title)),
    text !== '' && element('p', {}, text),
    view.situation === 'read' &&
      view.unassessed > 0 &&
      element('p', { class: 'coverage' }, coverageWords(view)),
    view.situation === 'no-access' && button({ class: 'primary' }, () => actions.allow(), 'Allow access'),
    (view.situation === 'reload' || view.situation === 'error') &&
      button({ class: 'primary' }, () => actions.reload(), 'Reload the page'),
  ];
  return parts.filter((part) => part !== false);
}

function foot({ database, status, shortcuts }: PopupView, actions: PopupActions): HTMLElement {
  return element(
    'footer',
    {},
    element(
      'nav',
      { 'aria-label': 'More' },
      button({}, () => actions.openLibrary(), 'Evidence library'),
      button({}, () => actions.openOptions(), 'Options'),
    ),
    ...(shortcuts.length ? [keyboardDetails(shortcuts, actions)] : []),
    ...(database && status ? [databaseDetails(database, status, actions)] : []),
    element('p', { class: 'quiet' }, notAdvice),
  );
}

/** The keys that lead from claim to claim. */
function keyboardDetails(shortcuts: readonly Shortcut[], actions: PopupActions): HTMLElement {
  return element(
    'details',
    { class: 'keyboard' },
    element('summary', {}, 'Keyboard'),
    shortcutTable(shortcuts),
    button({}, () => actions.openShortcuts(), 'Change shortcuts'),
  );
}

/** How current the evidence is, in a line; unfolded: the rest, the button to check, and what changed. */
function databaseDetails(database: Database, status: DatabaseStatus, actions: PopupActions): HTMLElement {
  const { title } = stateWords[status.state];
  return element(
    'details',
    { class: 'database' },
    element('summary', {}, `Evidence searched to ${dateWords(status.searchedTo)}. ${title}.`),
    statusBlock(status, () => actions.checkNow()),
    changesBlock(database, ({ id, statement }) =>
      button({ class: 'link' }, () => void actions.openLibrary(id), statement),
    ),
  );
}
