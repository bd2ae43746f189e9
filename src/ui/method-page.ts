/** "How verdicts are made": the words, the table, the limits. */
import type { Rating, Stance } from '../database/schema.ts';
import type { Verdict } from '../matching/verdict.ts';
import { certaintyStrip } from './certainty-strip.ts';
import { element } from './element.ts';
import { legend } from './legend.ts';
import { verdictMark } from './verdict-mark.ts';
import { certaintySteps, notAdvice, ratingMeanings, ratingWords, stanceWords } from './words.ts';

const stances: readonly Stance[] = ['asserts', 'hedges', 'denies'];

/** The page; `verdictOf` is the matcher's own table. */
export function methodPage(verdictOf: (rating: Rating, stance: Stance) => Verdict): HTMLElement {
  return element(
    'article',
    {},
    element('h1', { tabindex: -1 }, 'How verdicts are made'),
    element(
      'p',
      { class: 'lead' },
      'A verdict compares two things: how strongly a page puts a claim, and how far the evidence carries it.',
    ),
    part('What the marks mean', legend()),
    part('From wording and evidence to verdict', verdictTable(verdictOf)),
    part(
      'What the evidence says',
      meanings(Object.entries(ratingMeanings).map(([rating, text]) => [ratingWords[rating as Rating], text])),
    ),
    part(
      'How sure that is',
      element(
        'p',
        {},
        'Direction and certainty are two things. Certainty follows GRADE, the scale that Cochrane reviews use.',
      ),
      meanings(
        [...certaintySteps].reverse().map(({ certainty, meaning }) => [certaintyStrip(certainty), meaning]),
      ),
    ),
    part(
      'What this cannot do',
      element(
        'ul',
        {},
        ...[
          'A program on your device reads the sentences. It misses some and misreads some: “Why is this marked?” on each card shows which words decided.',
          'A sentence without a mark was not found to be true. The toolbar popup says how many were not assessed.',
          'Average results say little about one person. A benefit for a few is often neither shown nor ruled out.',
          'A page is judged sentence by sentence. A verdict says nothing of its author.',
        ].map((text) => element('li', {}, text)),
      ),
      element(
        'p',
        {},
        element('strong', {}, notAdvice),
        ' Do not start, stop or change a medicine because of it.',
      ),
    ),
  );
}

function part(title: string, ...body: readonly Element[]): HTMLElement {
  return element('section', { class: 'part' }, element('h2', {}, title), ...body);
}

function meanings(rows: readonly (readonly [string | HTMLElement, string])[]): HTMLElement {
  const pairs = rows.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]);
  return element('dl', { class: 'meanings' }, ...pairs);
}

function verdictTable(verdictOf: (rating: Rating, stance: Stance) => Verdict): HTMLElement {
  const head = ['The evidence', ...stances.map((stance) => stanceWords[stance])];
  const rows = Object.entries(ratingWords).map(([rating, words]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, words),
      ...stances.map((stance) => element('td', {}, verdictMark(verdictOf(rating as Rating, stance)))),
    ),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Table of verdicts' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows),
    ),
  );
}
