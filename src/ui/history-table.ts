/** How the rating of a claim came about: its history, and, told in hindsight, what the evidence bore before that. */
import type { Claim, Rating } from '../database/schema.ts';
import { element } from './element.ts';
import { dateWords, ratingWords } from './words.ts';

/** Each change of the rating: when, from what to what, and why. */
export function historyTable({ history, hindsight = [] }: Claim): HTMLElement {
  const [latest] = hindsight;
  const rows = [
    ...history.map(({ date, from, to, why }) => row(date, from ?? latest?.rating, to, why)),
    ...hindsight.map(({ date, rating, why }, i) =>
      row(date, hindsight[i + 1]?.rating, rating, why, 'in hindsight'),
    ),
  ];
  const head = ['Date', 'Evidence', 'Why'].map((name) => element('th', { scope: 'col' }, name));
  return element(
    'section',
    { class: 'part' },
    element('h2', {}, 'History of this rating'),
    element(
      'table',
      { class: 'history' },
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    ),
    hindsight.length > 0 &&
      element(
        'p',
        { class: 'quiet' },
        'What is told in hindsight is how the studies of that time would have been rated. There was no such library then.',
      ),
  );
}

function row(date: string, from: Rating | undefined, to: Rating, why: string, note?: string): HTMLElement {
  const steps =
    from === undefined || from === to ? ratingWords[to] : `${ratingWords[from]} → ${ratingWords[to]}`;
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('time', { datetime: date }, dateWords(date)),
      note !== undefined && element('span', { class: 'quiet' }, ` ${note}`),
    ),
    element('td', {}, steps),
    element('td', {}, why),
  );
}
