/**
 * What a unit inherits: whom it speaks of ("it" is LDN when LDN was spoken of last), and the condition that its lead-in,
 * table header, heading or title sets. One pass over the page in reading order.
 */
import type { ConceptFinder, Hit } from './concepts.ts';
import type { Block, PageText, Reason } from './page-text.ts';
import { type Unit, unitsOf } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/** Whom a unit speaks of. */
export type SubjectKind = 'named' | 'pronoun' | 'context' | 'full-dose' | 'rival' | 'none';

export interface Subject {
  readonly kind: SubjectKind;
  /** its words, where they stand in the unit */
  readonly hit?: Hit;
  /** the words that name LDN for a unit that does not */
  readonly inherited?: Inherited;
}

/** Words that a unit takes from elsewhere. */
export interface Inherited {
  readonly text: string;
  readonly from: Reason['from'];
}

/** A condition that a unit's claims are about. */
export interface ConditionSet {
  readonly from: Reason['from'];
  /** concept id -> the words that set it */
  readonly conditions: ReadonlyMap<string, string>;
}

/** A unit with all that reading the page up to it has told. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly hits: readonly Hit[];
  /** clause number of each word */
  readonly clauses: readonly number[];
  readonly subject: Subject;
  /** conditions from the nearest source outward; the unit's own first */
  readonly conditions: readonly ConditionSet[];
  /** the nearest heading above */
  readonly heading: ReadUnit | undefined;
  /** the sentence that introduces the unit's list or table */
  readonly leadIn: ReadUnit | undefined;
  /** rows: the header of the cell that each word stands in */
  readonly cells: readonly Cell[];
  /** the unit before it in the same block */
  readonly previous: ReadUnit | undefined;
  /** the question that stands right before it: the heading above its paragraph, or the sentence before */
  readonly question: ReadUnit | undefined;
}

/** A cell of a row: words `from` to `to`, and what its header speaks of. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly header: string;
  readonly headerHits: readonly Hit[];
}

/** All units of a page, read in order. */
export interface ReadPage {
  readonly units: readonly ReadUnit[];
  /** the page speaks of LDN at all */
  readonly isOnLdn: boolean;
}

/** Reads a page's units in order. */
export function readUnits(page: PageText, find: ConceptFinder): ReadPage {
  const title = conceptsOf(page.title, find);
  const mainHeading = page.blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const main = mainHeading ? conceptsOf(mainHeading.text, find) : [];
  const isAboutLdn = [...title, ...main].some(
    ({ concept }) => concept.id === 'ldn' || concept.id === 'naltrexone',
  );
  const titleSet = conditionSet('title', [
    { text: page.title, hits: title },
    { text: mainHeading?.text ?? '', hits: main },
  ]);
  const units: ReadUnit[] = [];
  const headings: ReadUnit[] = [];
  let focus: 'ldn' | 'rival' | 'none' = isAboutLdn ? 'ldn' : 'none';
  let lastNamed = isAboutLdn ? page.title : '';
  let group = 0;
  let leadIn: ReadUnit | undefined;
  let before: ReadUnit | undefined;
  for (const [index, block] of page.blocks.entries()) {
    if (block.kind === 'heading') {
      while (headings.length && (headings.at(-1)?.unit.block.level ?? 0) >= block.level) headings.pop();
    }
    if (block.group !== group) {
      group = block.group;
      leadIn = group ? before : undefined;
    }
    let previous: ReadUnit | undefined;
    for (const unit of unitsOf(block, index)) {
      const hits = find(unit.words);
      const subject = subjectOf(hits, {
        focus,
        isAboutLdn,
        lastNamed,
        leadIn,
        heading: headings.at(-1),
      });
      const own = conditionSet('sentence', [{ text: block.text, hits, words: unit.words }]);
      const read: ReadUnit = {
        unit,
        hits,
        clauses: clausesOf(unit, hits),
        subject,
        conditions: [
          own,
          leadIn && !sameSection(leadIn, headings) ? undefined : inheritedSet('lead-in', leadIn),
          headerSet(block, find),
          inheritedSet('previous sentence', previous),
          ...headings.toReversed().map((heading) => inheritedSet('heading', heading)),
          titleSet,
        ].filter((set) => set !== undefined && set.conditions.size > 0) as ConditionSet[],
        heading: headings.at(-1),
        leadIn,
        question: before?.unit.words.at(-1)?.text === '?' ? before : undefined,
        cells: block.kind === 'row' ? cellsOf(unit, find) : [],
        previous,
      };
      units.push(read);
      if (subject.kind === 'named' || subject.kind === 'full-dose') {
        focus = 'ldn';
        lastNamed = subject.hit ? textOf(unit, subject.hit) : lastNamed;
      } else if (subject.kind === 'rival' && block.kind !== 'row') focus = 'rival';
      previous = read;
      before = read;
      if (block.kind === 'heading') {
        headings.push(read);
        if (subject.kind === 'none' || subject.kind === 'context') focus = isAboutLdn ? 'ldn' : focus;
        break;
      }
    }
  }
  return { units, isOnLdn: speaksOfLdn(units) };
}

/** Some sentence names low-dose naltrexone, and no other meaning of LDN explains it. */
function speaksOfLdn(units: readonly ReadUnit[]): boolean {
  const all = units.flatMap(({ hits }) => hits.map(({ concept }) => concept.id));
  if (!units.some(({ subject }) => subject.kind === 'named')) return false;
  if (
    all.includes('naltrexone') ||
    units.some(({ unit }) => unit.words.some(({ text }) => text.startsWith('naltrex')))
  )
    return true;
  const medical = units.flatMap(({ hits }) =>
    hits.filter(({ concept }) => concept.role === 'condition' || concept.id === 'small-amount'),
  ).length;
  return !all.includes('other-ldn') && medical > 0;
}

function sameSection(leadIn: ReadUnit, headings: readonly ReadUnit[]): boolean {
  return leadIn.heading === headings.at(-1) || leadIn === headings.at(-1);
}

function conceptsOf(text: string, find: ConceptFinder): Hit[] {
  return find(wordsOf(text));
}

interface Surroundings {
  readonly focus: 'ldn' | 'rival' | 'none';
  readonly isAboutLdn: boolean;
  readonly lastNamed: string;
  readonly leadIn: ReadUnit | undefined;
  readonly heading: ReadUnit | undefined;
}

function subjectOf(hits: readonly Hit[], around: Surroundings): Subject {
  const of = (id: string) => hits.find(({ concept }) => concept.id === id);
  const ldn = of('ldn');
  if (ldn) return { kind: 'named', hit: ldn };
  const naltrexone = of('naltrexone');
  const isLow = of('low-dose') !== undefined || of('small-amount') !== undefined;
  const isFull =
    of('full-dose') !== undefined || of('addiction') !== undefined || of('full-amount') !== undefined;
  if (naltrexone) return { kind: isFull && !isLow ? 'full-dose' : 'named', hit: naltrexone };
  const rival = hits.find(({ concept }) => concept.role === 'rival');
  const stand = hits.find(({ concept }) => concept.id === 'medicine') ?? of('pronoun');
  const named = { text: around.lastNamed, from: 'previous sentence' as const };
  if (rival && (!stand || rival.from < stand.from)) return { kind: 'rival', hit: rival };
  if (stand && around.focus === 'ldn') return { kind: 'pronoun', hit: stand, inherited: named };
  if (rival) return { kind: 'rival', hit: rival };
  const from = around.leadIn?.subject;
  if (around.leadIn && from && (from.kind === 'named' || from.kind === 'pronoun')) {
    return { kind: 'context', inherited: { text: around.lastNamed, from: 'lead-in' } };
  }
  if (around.heading?.subject.kind === 'named') {
    return { kind: 'context', inherited: { text: around.lastNamed, from: 'heading' } };
  }
  if (around.focus === 'ldn') return { kind: 'context', inherited: named };
  return { kind: 'none' };
}

interface Source {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly words?: readonly Word[];
}

function conditionSet(from: Reason['from'], sources: readonly Source[]): ConditionSet {
  const conditions = new Map<string, string>();
  for (const { text, hits, words = wordsOf(text) } of sources) {
    for (const { concept, from: first, to } of hits) {
      if (concept.role !== 'condition' || conditions.has(concept.id)) continue;
      conditions.set(concept.id, text.slice(words[first]?.start, words[to - 1]?.end));
    }
  }
  return { from, conditions };
}

function inheritedSet(from: Reason['from'], read: ReadUnit | undefined): ConditionSet | undefined {
  const own = read?.conditions.find((set) => set.from === 'sentence');
  return own && { from, conditions: own.conditions };
}

function headerSet(block: Block, find: ConceptFinder): ConditionSet | undefined {
  if (!block.headers) return undefined;
  return conditionSet(
    'table header',
    block.headers.map((text) => ({ text, hits: conceptsOf(text, find) })),
  );
}

function cellsOf(unit: Unit, find: ConceptFinder): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (let i = 0; i <= unit.words.length; i++) {
    if (i < unit.words.length && unit.words[i]?.text !== '\t') continue;
    const header = unit.block.headers?.[cells.length] ?? '';
    cells.push({ from, to: i, header, headerHits: conceptsOf(header, find) });
    from = i + 1;
  }
  return cells;
}

const clauseMarks = new Set([';', ':', '—', '(', ')', '\t', '\u2028', '[', ']', '|', '•', '…', '?', '!']);

/** Numbers the clauses of a unit: a new one begins at strong punctuation and at words of contrast. */
function clausesOf(unit: Unit, hits: readonly Hit[]): number[] {
  const starts = new Set(hits.filter(({ concept }) => concept.id === 'contrast').map(({ from }) => from));
  let clause = 0;
  return unit.words.map((word, i) => {
    const isDash = word.text === '–' && unit.words[i - 1]?.end !== word.start;
    if (starts.has(i) || isDash || clauseMarks.has(word.text)) clause++;
    return clause;
  });
}

/** A hit's own words, as the page writes them. */
export function textOf(unit: Unit, hit: { readonly from: number; readonly to: number }): string {
  return unit.block.text.slice(unit.words[hit.from]?.start, unit.words[hit.to - 1]?.end);
}
