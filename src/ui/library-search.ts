/** Full-text search over all claims and studies, and the lists' filters. Pure. */
import MiniSearch from 'minisearch';
import type { Claim, Database, Study } from '../database/schema.ts';
import { conceptName } from './fit.ts';
import type { Wish } from './library-route.ts';

/** What a list shows, best first where words were asked for. */
export interface Found<Entry> {
  readonly entries: readonly Entry[];
  /** the entries' own words that were hit: for marking */
  readonly hits: readonly string[];
}

export interface Library {
  claims(wish: Wish): Found<Claim>;
  studies(wish: Wish): Found<Study>;
}

/** Reads the database once; the lists are then there at a keystroke. */
export function createLibrary(database: Database): Library {
  const claims = indexOf(database.claims, (claim) => claimText(claim, database));
  const studies = indexOf(database.studies, studyText);
  const years = yearsOf(database);
  const newest = [...database.studies].sort((a, b) => (years.get(b.id) ?? 0) - (years.get(a.id) ?? 0));
  return {
    claims: (wish) => {
      const fits = (claim: Claim) =>
        isWished(claim.condition, wish.condition) &&
        isWished(claim.kind, wish.kind) &&
        isWished(claim.rating, wish.rating);
      return filtered(claims, database.claims, wish.words, fits);
    },
    studies: (wish) => {
      const cited = citedBy(database, wish);
      return filtered(studies, newest, wish.words, (study) => cited === undefined || cited.has(study.id));
    },
  };
}

/** The year by which a study is sorted: one without a verified year stands where its claims put it, before what is older. */
function yearsOf({ claims, studies }: Database): ReadonlyMap<string, number> {
  const years = new Map(studies.flatMap(({ id, year }) => (year === undefined ? [] : [[id, year] as const])));
  const known = new Map(years);
  for (const { studies: cited } of claims) {
    let next = 0;
    for (const id of cited.toReversed()) {
      next = known.get(id) ?? next;
      if (!known.has(id) && next) years.set(id, Math.max(next + 0.5, years.get(id) ?? 0));
    }
  }
  return years;
}

/** The first passage of an entry that holds a hit: why it was found. */
export function passage(texts: readonly string[], hits: readonly string[]): string | undefined {
  return texts.find((text) => hits.some((hit) => text.toLowerCase().includes(hit)));
}

/** All that can be read of a claim, the weightiest first. */
export function claimText(claim: Claim, database: Database): readonly string[] {
  return [
    claim.statement,
    claim.answer,
    ...[claim.condition, claim.outcome].filter((id) => id !== 'any').map((id) => conceptName(id, database)),
    ...claim.summary.split(/(?<=[.!?])\s+/u),
    ...claim.figures.map((figure) => figure.text),
    ...claim.known,
    ...claim.unknown,
    claim.studied,
    ...claim.caveats,
    ...claim.overstatements,
    ...(claim.parts ?? []).map(({ of }) => of),
    ...[...claim.history, ...(claim.hindsight ?? [])].map(({ why }) => why),
    claim.id,
  ];
}

/** The same of a study. */
export function studyText(study: Study): readonly string[] {
  const { citation, title, authors, journal, people, dose, comparator, design, registration, doi, pmid } =
    study;
  const bibliography = [
    citation,
    title,
    authors,
    journal,
    people,
    dose,
    comparator,
    design,
    registration,
    doi,
    pmid,
  ];
  return [
    ...bibliography.filter((text) => text !== undefined),
    ...study.findings.flatMap((finding) => [finding.outcome, finding.result]),
    ...study.limits,
    study.id,
  ];
}

interface Entry {
  readonly id: string;
}

function indexOf<E extends Entry>(entries: readonly E[], text: (entry: E) => readonly string[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'lead', 'rest'],
    searchOptions: {
      boost: { title: 4, lead: 2 },
      combineWith: 'AND',
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 ? 0.2 : false),
    },
  });
  index.addAll(
    entries.map((entry) => {
      const [title, lead, ...rest] = text(entry);
      return { id: entry.id, title, lead, rest: rest.join(' ') };
    }),
  );
  return index;
}

function filtered<E extends Entry>(
  index: MiniSearch,
  entries: readonly E[],
  words: string,
  fits: (entry: E) => boolean,
): Found<E> {
  if (words.trim() === '') return { entries: entries.filter(fits), hits: [] };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const results = index.search(words);
  return {
    entries: results.flatMap(({ id }) => byId.get(id) ?? []).filter(fits),
    hits: [...new Set(results.flatMap(({ terms }) => terms))],
  };
}

/** Studies that a wished-for claim cites; undefined where any will do. */
function citedBy(database: Database, { condition, kind, rating }: Wish): ReadonlySet<string> | undefined {
  if (!condition && !kind && !rating) return undefined;
  const claims = database.claims.filter(
    (claim) =>
      isWished(claim.condition, condition) && isWished(claim.kind, kind) && isWished(claim.rating, rating),
  );
  return new Set(claims.flatMap((claim) => claim.studies));
}

function isWished(value: string, wished: string): boolean {
  return wished === '' || value === wished;
}
