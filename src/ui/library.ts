/** The evidence library: every claim and every study, to search, to read and to print. Works offline. */
import Mark from 'mark.js';
import type { Database, Rating, Stance } from '../database/schema.ts';
import type { Verdict } from '../matching/verdict.ts';
import { claimPage } from './claim-page.ts';
import { element } from './element.ts';
import { claimList, listTabs, studyList, wishForm } from './library-list.ts';
import { listAddress, noWish, type Route, routeOf, type Wish } from './library-route.ts';
import { createLibrary } from './library-search.ts';
import { methodPage } from './method-page.ts';
import { reportPage } from './report-page.ts';
import { studyPage } from './study-page.ts';
import { dateWords, notAdvice } from './words.ts';

/** What the library is given besides the database. */
export interface LibrarySetting {
  readonly database: Database;
  readonly verdictOf: (rating: Rating, stance: Stance) => Verdict;
  /** the report of a wrong match that was begun in a card */
  readonly report?: string | undefined;
}

/** Shows the page that the address names, and follows the address from then on. */
export function showLibrary(root: HTMLElement, { database, verdictOf, report }: LibrarySetting): void {
  const library = createLibrary(database);
  const main = element('main', { id: 'main' });
  let here: Route['page'] | undefined;
  root.replaceChildren(head(), main, foot(database));
  openInPrint();
  window.addEventListener('hashchange', show);
  show();

  function show(): void {
    const route = routeOf(location.hash, database);
    if ('wish' in route) showList(route);
    else showPage(route);
    here = route.page;
  }

  /** The form stays while its results change: who types keeps the caret. */
  function showList({ page, wish }: Extract<Route, { wish: Wish }>): void {
    const claims = library.claims(wish);
    const studies = library.studies(wish);
    const counts = { claims: claims.entries.length, studies: studies.entries.length };
    const results = element(
      'div',
      { id: 'results' },
      listTabs(page, wish, counts),
      page === 'claims' ? claimList(claims, wish.words, database) : studyList(studies, wish.words),
    );
    mark(results, (page === 'claims' ? claims : studies).hits);
    const before = here === 'claims' || here === 'studies' ? main.querySelector('#results') : undefined;
    if (before) before.replaceWith(results);
    else {
      const form = wishForm(wish, database, (next) => {
        history.replaceState(null, '', listAddress(pageNow(), next));
        show();
      });
      main.replaceChildren(element('h1', { tabindex: -1 }, 'Evidence library'), form, results);
    }
    document.title = 'LDN Lens: evidence library';
  }

  function pageNow(): 'claims' | 'studies' {
    return routeOf(location.hash, database).page === 'studies' ? 'studies' : 'claims';
  }

  function showPage(route: Exclude<Route, { wish: Wish }>): void {
    const page = pageOf(route);
    main.replaceChildren(page);
    const title = page.querySelector('h1');
    document.title = `${title?.textContent ?? ''} · LDN Lens`;
    if ('words' in route && route.words) mark(page, library.claims({ ...noWish, words: route.words }).hits);
    scrollTo(0, 0);
    if (here !== undefined) title?.focus({ preventScroll: true });
  }

  function pageOf(route: Exclude<Route, { wish: Wish }>): HTMLElement {
    if (route.page === 'method') return methodPage(verdictOf);
    if (route.page === 'report') return reportPage(report);
    const claim = route.page === 'claim' && database.claims.find(({ id }) => id === route.id);
    if (claim) return claimPage(claim, database);
    const study = route.page === 'study' && database.studies.find(({ id }) => id === route.id);
    return study ? studyPage(study, database) : missing();
  }
}

/** Whole words only; what ends a word is any sign but letters and digits. */
const ends = [...' ,.;:!?()[]{}/|-–—+=%“”‘’"\'…·'];

function mark(within: HTMLElement, hits: readonly string[]): void {
  if (!hits.length) return;
  const accuracy = { value: 'exactly', limiters: ends } as const;
  new Mark(within).mark([...hits], { separateWordSearch: false, accuracy, exclude: ['svg *'] });
}

function head(): HTMLElement {
  return element(
    'header',
    {},
    element('a', { class: 'brand', href: '#claims' }, 'LDN Lens'),
    element(
      'nav',
      { 'aria-label': 'Library' },
      element('a', { href: '#claims' }, 'Claims'),
      element('a', { href: '#studies' }, 'Studies'),
      element('a', { href: '#method' }, 'How verdicts are made'),
    ),
  );
}

function foot({ date, searchedTo, version }: Database): HTMLElement {
  const dates = `Evidence searched to ${dateWords(searchedTo)}. Database of ${dateWords(date)}, version ${version}. `;
  return element('footer', {}, element('p', {}, dates, element('strong', {}, notAdvice)));
}

function missing(): HTMLElement {
  return element(
    'article',
    {},
    element('h1', { tabindex: -1 }, 'Not in this library'),
    element('p', {}, 'There is no claim or study of this name in this version of the database.'),
    element('p', {}, element('a', { href: '#claims' }, 'All claims')),
  );
}

/** On paper nothing can be unfolded: what is folded is opened for printing, and closed again. */
function openInPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
}
