/** How current the database is, on the card. The card opens at once; the background's answer is put in when it comes. */
import type { DatabaseStatus } from '../database/status.ts';
import { expiredNote, statusSentence } from './database-status.ts';
import { element } from './element.ts';

/** Places for a warning that the evidence is old and for a sentence; both stay empty where nobody answers. */
export function freshness(status: Promise<DatabaseStatus> | undefined): {
  readonly stale: HTMLElement;
  readonly line: HTMLElement;
} {
  const stale = element('div', { class: 'freshness' });
  const line = element('span', { class: 'version' });
  status?.then(
    (known) => {
      line.textContent = `${statusSentence(known)} `;
      stale.append(...[expiredNote(known)].filter((note) => note !== undefined));
    },
    // the extension was updated or removed under the page: the dates of the database itself are there all the same
    () => undefined,
  );
  return { stale, line };
}
