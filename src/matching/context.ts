/**
 * What a unit inherits: whom it speaks of ("it" is LDN when LDN was spoken of last), and the condition that its lead-in,
 * table header, heading or title sets. One pass over the page in reading order.
 */
import { type FoundUnit, isAboutLdn, speaksOfLdn } from './about-ldn.ts';
import type { ConceptFinder, Hit } from './concepts.ts';
import type { Block, PageText, Reason } from './page-text.ts';
import { type FoundText, findIn, wordsAt } from './read-text.ts';
import { type ConditionSet, type Inherited, type ReadUnit, textOf } from './read-unit.ts';
import { type Focus, subjectOf } from './subject.ts';
import { createRowReader } from './table-cells.ts';
import { type Unit, unitsOf } from './units.ts';

/** All units of a page, read in order. */
export interface ReadPage {
  readonly units: readonly ReadUnit[];
  /** the page speaks of LDN at all */
  readonly isOnLdn: boolean;
}

/** A block's units with the concepts in them, a step for each. */
export type UnitFinder = (block: Block, blockIndex: number) => Generator<undefined, readonly FoundUnit[]>;

/** Finds units and concepts by reading all of the block. */
export function createUnitFinder(find: ConceptFinder): UnitFinder {
  return function* (block, blockIndex) {
    const found: FoundUnit[] = [];
    for (const unit of unitsOf(block, blockIndex)) {
      found.push({ unit, words: unit.words, hits: find(unit.words) });
      yield;
    }
    return found;
  };
}

/** Reads a page's units in order, a step for each. */
export function* readUnits(
  page: PageText,
  find: ConceptFinder,
  unitsIn: UnitFinder = createUnitFinder(find),
): Generator<undefined, ReadPage> {
  const found: FoundUnit[] = [];
  for (const [i, block] of page.blocks.entries()) {
    for (const unit of yield* unitsIn(block, i)) found.push(unit);
  }
  const mainHeading = page.blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const titles = [page.title, mainHeading?.text ?? ''].map((text) => findIn(text, find));
  const reader = createReader(find, conditionSet('title', titles), {
    isAbout: isAboutLdn(
      titles.map(({ hits }) => hits),
      found,
    ),
    name: { text: titles.map(nameIn).find(Boolean) ?? '', from: 'title' },
  });
  const units: ReadUnit[] = [];
  for (const unit of found) {
    units.push(reader(unit));
    yield;
  }
  return { units, isOnLdn: speaksOfLdn(found, titles) };
}

/** What reading has come to: headings above, the list's lead-in, what was spoken of last. */
function createReader(
  find: ConceptFinder,
  titleSet: ConditionSet,
  about: { isAbout: boolean; name: Inherited },
) {
  const headings: ReadUnit[] = [];
  let focus: Focus = about.isAbout ? 'ldn' : 'none';
  let lastNamed = about.name;
  let group = 0;
  let leadIn: ReadUnit | undefined;
  let before: ReadUnit | undefined;

  const rows = createRowReader(find);
  let headersBlock: Block | undefined;
  let headers: ConditionSet | undefined;

  /** Worked out once a row: a long row has many units. */
  const headerSet = (block: Block) => {
    if (block !== headersBlock)
      headers = block.headers && conditionSet('table header', rows.headersOf(block));
    headersBlock = block;
    return headers;
  };

  const enter = (block: Block) => {
    if (block.kind === 'heading') {
      while (headings.length && (headings.at(-1)?.unit.block.level ?? 0) >= block.level) headings.pop();
    }
    if (block.group === group) return;
    group = block.group;
    leadIn = group ? before : undefined;
  };

  const leave = (read: ReadUnit) => {
    const { subject, unit } = read;
    if (subject.kind === 'named' || subject.kind === 'full-dose') {
      focus = 'ldn';
      const from = unit.block.kind === 'heading' ? 'heading' : 'previous sentence';
      if (subject.hit) lastNamed = { text: textOf(unit, subject.hit), from };
    } else if (subject.kind === 'rival' && unit.block.kind !== 'row') focus = 'rival';
    before = read;
    if (unit.block.kind !== 'heading') return;
    headings.push(read);
    if (subject.kind === 'none' || subject.kind === 'context') focus = about.isAbout ? 'ldn' : 'none';
  };

  return ({ unit, hits: all }: FoundUnit): ReadUnit => {
    const { block } = unit;
    const isContrary = ({ concept }: Hit) => concept.role === 'contrary';
    const hits = all.filter((hit) => !isContrary(hit));
    enter(block);
    const heading = headings.at(-1);
    const previous = before?.unit.block === block ? before : undefined;
    const subject = subjectOf(hits, { focus, lastNamed, leadIn, heading, previous });
    const isLedIn = leadIn && (leadIn.heading === heading || leadIn === heading);
    const isOffTopic = !about.isAbout && subject.kind === 'none';
    const read: ReadUnit = {
      unit,
      hits,
      contraries: all.filter(isContrary),
      clauses: clausesOf(unit, hits),
      subject,
      conditions: [
        conditionSet('sentence', [{ text: block.text, hits, words: unit.words }]),
        isLedIn ? inheritedSet('lead-in', leadIn) : undefined,
        headerSet(block),
        inheritedSet('previous sentence', previous),
        ...headings.toReversed().map((one) => inheritedSet('heading', one)),
        titleSet,
      ].filter((set) => set !== undefined && set.conditions.size > 0) as ConditionSet[],
      heading,
      leadIn,
      isOffTopic,
      isBeforeLdn: isOffTopic && !lastNamed.text,
      question: before?.unit.words.at(-1)?.text === '?' ? before : undefined,
      cells: block.kind === 'row' ? rows.cellsOf(unit) : [],
      previous,
    };
    leave(read);
    return read;
  };
}

/** The words that name LDN in a title. */
function nameIn(title: FoundText): string {
  const hit = title.hits.find(({ concept }) => concept.id === 'ldn' || concept.id === 'naltrexone');
  return hit ? wordsAt(title, hit) : '';
}

function conditionSet(from: Reason['from'], sources: readonly FoundText[]): ConditionSet {
  const conditions = new Map<string, string>();
  for (const source of sources) {
    for (const hit of source.hits) {
      const { id, role } = hit.concept;
      if (role === 'condition' && !conditions.has(id)) conditions.set(id, wordsAt(source, hit));
    }
  }
  return { from, conditions };
}

function inheritedSet(from: Reason['from'], read: ReadUnit | undefined): ConditionSet | undefined {
  const own = read?.conditions.find((set) => set.from === 'sentence');
  return own && { from, conditions: own.conditions };
}

const clauseMarks = new Set(';:—()[]|•…?!\t');

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
