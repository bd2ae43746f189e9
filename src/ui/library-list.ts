/** The library's two lists, with search and filters above them. */
import type { Claim, Database, Study } from '../database/schema.ts';
import { certaintyStrip } from './certainty-strip.ts';
import { element } from './element.ts';
import { conceptName } from './fit.ts';
import { entryAddress, listAddress, type Wish } from './library-route.ts';
import { claimText, type Found, passage, studyText } from './library-search.ts';
import { studyGlance } from './study-entry.ts';
import { capital, count, kindWords, ratingWords } from './words.ts';

export type List = 'claims' | 'studies';

/** Search and filters; `wished` is called at each change. */
export function wishForm(wish: Wish, database: Database, wished: (wish: Wish) => void): HTMLElement {
  const words = element('input', {
    id: 'words',
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'pain, Crohn’s, 4.5 mg, Younger …',
  });
  words.value = wish.words;
  const conditions = new Set(database.claims.map((claim) => claim.condition));
  conditions.delete('any');
  const named = [...conditions].map((id) => [id, capital(conceptName(id, database))] as const);
  const condition = choice(
    'condition',
    'Condition',
    named.sort((a, b) => a[1].localeCompare(b[1])),
    wish.condition,
  );
  const kind = choice('kind', 'Kind', Object.entries(kindWords), wish.kind);
  const rating = choice('rating', 'Evidence', Object.entries(ratingWords), wish.rating);
  const form = element(
    'form',
    { class: 'wish', role: 'search' },
    element(
      'label',
      { class: 'words', for: 'words' },
      element('span', {}, 'Search claims and studies'),
      words,
    ),
    ...[condition, kind, rating].map(({ label }) => label),
  );
  const tell = () =>
    wished({
      words: words.value,
      condition: condition.select.value,
      kind: kind.select.value,
      rating: rating.select.value,
    });
  form.addEventListener('input', tell);
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

function choice(id: string, name: string, options: readonly (readonly [string, string])[], chosen: string) {
  const all: readonly (readonly [string, string])[] = [['', 'All'], ...options];
  const select = element(
    'select',
    { id },
    ...all.map(([value, words]) => element('option', { value, selected: value === chosen }, words)),
  );
  return { select, label: element('label', { for: id }, element('span', {}, name), select) };
}

/** How many claims and studies were found, as links from one list to the other. */
export function listTabs(current: List, wish: Wish, counts: Readonly<Record<List, number>>): HTMLElement {
  const link = (page: List, words: string) =>
    element(
      'a',
      { href: listAddress(page, wish), 'aria-current': page === current ? 'page' : undefined },
      words,
    );
  return element(
    'nav',
    { class: 'lists', 'aria-label': 'Lists' },
    link('claims', count(counts.claims, 'claim', 'claims')),
    link('studies', count(counts.studies, 'study or source', 'studies and sources')),
  );
}

/** Claims; under the question each answers, or best first where words were asked for. */
export function claimList({ entries, hits }: Found<Claim>, words: string, database: Database): HTMLElement {
  if (!entries.length) return nothingFound();
  const items = (claims: readonly Claim[]) =>
    element('ul', { class: 'entries' }, ...claims.map((claim) => claimItem(claim, hits, words, database)));
  if (hits.length) return items(entries);
  const kinds = Object.entries(kindWords).flatMap(([kind, title]) => {
    const own = entries.filter((claim) => claim.kind === kind);
    return own.length ? [element('section', {}, element('h2', {}, title), items(own))] : [];
  });
  return element('div', {}, ...kinds);
}

function claimItem(claim: Claim, hits: readonly string[], words: string, database: Database): HTMLLIElement {
  const shown = [claim.statement, claim.answer];
  const why = passage(shown, hits) ? undefined : passage(claimText(claim, database).slice(2), hits);
  return element(
    'li',
    {},
    element('a', { href: entryAddress('claim', claim.id, words) }, claim.statement),
    element('p', {}, claim.answer),
    why !== undefined && element('p', { class: 'quiet' }, `… ${why}`),
    element(
      'p',
      { class: 'facts' },
      element('strong', {}, ratingWords[claim.rating]),
      element('span', {}, 'Certainty: ', certaintyStrip(claim.certainty)),
      element('span', { class: 'quiet' }, count(claim.studies.length, 'source', 'sources')),
    ),
  );
}

/** Studies, newest first, or best first where words were asked for. */
export function studyList({ entries, hits }: Found<Study>, words: string): HTMLElement {
  if (!entries.length) return nothingFound();
  return element('ul', { class: 'entries' }, ...entries.map((study) => studyItem(study, hits, words)));
}

function studyItem(study: Study, hits: readonly string[], words: string): HTMLLIElement {
  const why = passage([study.citation, study.title ?? ''], hits)
    ? undefined
    : passage(studyText(study).slice(2), hits);
  return element(
    'li',
    {},
    element('a', { href: entryAddress('study', study.id, words) }, study.citation),
    study.title !== undefined && element('p', {}, study.title),
    why !== undefined && element('p', { class: 'quiet' }, `… ${why}`),
    element('p', { class: 'facts' }, element('span', { class: 'quiet' }, studyGlance(study))),
  );
}

function nothingFound(): HTMLElement {
  return element(
    'p',
    { class: 'nothing' },
    'Nothing found. Try fewer or other words, or set the filters to “All”.',
  );
}
