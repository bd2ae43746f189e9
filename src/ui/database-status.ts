/** How current the database is, in words; the same on every surface. */
import type { DatabaseStatus, UpdateState } from '../database/status.ts';
import { button, element } from './element.ts';
import { dateWords } from './words.ts';

interface Words {
  readonly title: string;
  readonly text: string;
}

/** What each state is called, and what it means for the reader. Whatever went wrong, the database at hand stays in use. */
export const stateWords: Readonly<Record<UpdateState, Words>> = {
  'no-channel': {
    title: 'No update channel',
    text: 'This build of LDN Lens looks for no updates. A newer database comes with a newer extension.',
  },
  'never-checked': { title: 'Not checked yet', text: 'LDN Lens looks for a newer database soon.' },
  'up-to-date': { title: 'Up to date', text: 'The publishers’ signature was verified.' },
  offline: {
    title: 'Offline',
    text: 'The host of the updates could not be reached. LDN Lens tries again later.',
  },
  blocked: {
    title: 'Blocked',
    text: 'Something answered in the host’s place, such as the sign-in page of a network, a filter or a proxy.',
  },
  unavailable: {
    title: 'No update to be had',
    text: 'The host answered without a database. Nothing is wrong on this device; LDN Lens tries again later.',
  },
  slow: {
    title: 'No answer in time',
    text: 'The connection is too slow just now. LDN Lens tries again later.',
  },
  'too-large': {
    title: 'Refused: too large',
    text: 'What the host sent is larger than any database may be.',
  },
  malformed: {
    title: 'Refused: not a valid database',
    text: 'What the host sent breaks the rules for a database.',
  },
  'bad-signature': {
    title: 'Refused: bad signature',
    text: 'What the host sent is not signed by the publishers whom this extension trusts.',
  },
  'newer-format': {
    title: 'Needs a newer extension',
    text: 'There is a newer database that this version cannot read. Update LDN Lens in your browser to get it.',
  },
  expired: {
    title: 'Refused: expired',
    text: 'What the host sent is past its date, or the clock of this device is wrong.',
  },
  rollback: {
    title: 'Refused: older than what you have',
    text: 'The host sent an older database than the one in use.',
  },
  leap: {
    title: 'Refused: implausible number',
    text: 'The version that the host sent is too far ahead to be honest.',
  },
  'storage-full': {
    title: 'Storage full',
    text: 'The browser has no room to keep the new database. Free some space, then check again.',
  },
};

/** One line for the card: version, state, last check. */
export function statusSentence(status: DatabaseStatus): string {
  const { version, state, lastCheck } = status;
  const parts = [`Version ${version}`, stateWords[state].title.toLowerCase()];
  if (lastCheck !== undefined) parts.push(`last checked ${timeWords(lastCheck)}`);
  return `${parts.join(', ')}.`;
}

/** Says that the evidence is old, where it is. */
export function expiredNote({ isExpired, searchedTo }: DatabaseStatus): HTMLElement | undefined {
  if (!isExpired) return undefined;
  return element(
    'p',
    { class: 'stale', role: 'note' },
    element('strong', {}, 'This database is out of date. '),
    `Evidence as of ${dateWords(searchedTo)}; newer studies may be missing.`,
  );
}

/** All about the database, with a button to look for a newer one. `check` settles with how things stand then. */
export function statusBlock(status: DatabaseStatus, check: () => Promise<DatabaseStatus>): HTMLElement {
  const facts = element('dl', {});
  const told = element('p', { class: 'state', role: 'status' });
  const ask = button({ id: 'check-now' }, () => void look(), 'Check now');
  const fill = (now: DatabaseStatus) => {
    facts.replaceChildren(
      ...factsOf(now).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    );
    told.replaceChildren(...stateOf(now));
  };
  const look = async () => {
    if (ask.getAttribute('aria-disabled') === 'true') return;
    ask.setAttribute('aria-disabled', 'true');
    told.replaceChildren('Checking …');
    // an unanswered question changes nothing: the extension itself was just updated
    fill(await check().catch(() => status));
    ask.removeAttribute('aria-disabled');
  };
  fill(status);
  return element(
    'div',
    { class: 'database-status' },
    told,
    facts,
    status.state === 'no-channel' ? undefined : ask,
  );
}

function stateOf(status: DatabaseStatus): readonly (Node | string)[] {
  const { title, text } = stateWords[status.state];
  const name =
    status.state === 'no-channel'
      ? `Bundled database of ${dateWords(status.date)}, no update channel`
      : title;
  const old = expiredNote(status);
  return [element('strong', {}, `${name}. `), text, ...(old ? [old] : [])];
}

function factsOf(status: DatabaseStatus): readonly (readonly [string, string])[] {
  const { source, version, date, searchedTo, state, lastCheck, lastSuccess } = status;
  const facts: (readonly [string, string])[] = [
    ['Evidence searched to', dateWords(searchedTo)],
    ['Database of', `${dateWords(date)} (version\u00a0${version})`],
    [
      'Where it comes from',
      source === 'bundled' ? 'It came with the extension' : 'An update, its signature verified',
    ],
  ];
  if (state === 'no-channel') return facts;
  facts.push(['Last check', lastCheck === undefined ? 'never' : timeWords(lastCheck)]);
  if (lastSuccess !== undefined && lastSuccess !== lastCheck)
    facts.push(['Last good check', timeWords(lastSuccess)]);
  return facts;
}

/** "22 November 2026 at 14:05" where the reader is. */
export function timeWords(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(time);
}
