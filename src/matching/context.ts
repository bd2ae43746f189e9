/**
 * What a unit inherits: whom it speaks of ("it" is LDN when LDN was spoken of last), and the condition that its lead-in,
 * table header, heading or title sets. One pass over the page in reading order.
 */
import { type FoundUnit, isAboutLdn, speaksOfLdn } from './about-ldn.ts';
import type { ConceptFinder, Hit } from './concepts.ts';
import type { Block, PageText, Reason } from './page-text.ts';
import { type Cell, type ConditionSet, type ReadUnit, textOf } from './read-unit.ts';
import { type Focus, subjectOf } from './subject.ts';
import { type Unit, unitsOf } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/** All units of a page, read in order. */
export interface ReadPage {
  readonly units: readonly ReadUnit[];
  /** the page speaks of LDN at all */
  readonly isOnLdn: boolean;
}

/** Reads a page's units in order, a step for each. */
export function* readUnits(page: PageText, find: ConceptFinder): Generator<undefined, ReadPage> {
  const found: FoundUnit[] = [];
  for (const [i, block] of page.blocks.entries()) {
    for (const unit of unitsOf(block, i)) {
      found.push({ unit, hits: find(unit.words) });
      yield;
    }
  }
  const mainHeading = page.blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const titles = [page.title, mainHeading?.text ?? ''].map((text) => ({ text, hits: find(wordsOf(text)) }));
  const reader = createReader(find, conditionSet('title', titles), {
    isAbout: isAboutLdn(
      titles.map(({ hits }) => hits),
      found,
    ),
    title: page.title,
  });
  const units: ReadUnit[] = [];
  for (const unit of found) {
    units.push(reader(unit));
    yield;
  }
  return { units, isOnLdn: speaksOfLdn(found) };
}

/** What reading has come to: headings above, the list's lead-in, what was spoken of last. */
function createReader(
  find: ConceptFinder,
  titleSet: ConditionSet,
  about: { isAbout: boolean; title: string },
) {
  const headings: ReadUnit[] = [];
  let focus: Focus = about.isAbout ? 'ldn' : 'none';
  let lastNamed = about.isAbout ? about.title : '';
  let group = 0;
  let leadIn: ReadUnit | undefined;
  let before: ReadUnit | undefined;

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
      lastNamed = subject.hit ? textOf(unit, subject.hit) : lastNamed;
    } else if (subject.kind === 'rival' && unit.block.kind !== 'row') focus = 'rival';
    before = read;
    if (unit.block.kind !== 'heading') return;
    headings.push(read);
    if (subject.kind === 'none' || subject.kind === 'context') focus = about.isAbout ? 'ldn' : 'none';
  };

  return ({ unit, hits }: FoundUnit): ReadUnit => {
    const { block } = unit;
    enter(block);
    const heading = headings.at(-1);
    const subject = subjectOf(hits, { focus, lastNamed, leadIn, heading });
    const previous = before?.unit.block === block ? before : undefined;
    const isLedIn = leadIn && (leadIn.heading === heading || leadIn === heading);
    const read: ReadUnit = {
      unit,
      hits,
      clauses: clausesOf(unit, hits),
      subject,
      conditions: [
        conditionSet('sentence', [{ text: block.text, hits, words: unit.words }]),
        isLedIn ? inheritedSet('lead-in', leadIn) : undefined,
        headerSet(block, find),
        inheritedSet('previous sentence', previous),
        ...headings.toReversed().map((one) => inheritedSet('heading', one)),
        titleSet,
      ].filter((set) => set !== undefined && set.conditions.size > 0) as ConditionSet[],
      heading,
      leadIn,
      isOffTopic: !about.isAbout && subject.kind === 'none',
      question: before?.unit.words.at(-1)?.text === '?' ? before : undefined,
      cells: block.kind === 'row' ? cellsOf(unit, find) : [],
      previous,
    };
    leave(read);
    return read;
  };
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
    block.headers.map((text) => ({ text, hits: find(wordsOf(text)) })),
  );
}

function cellsOf(unit: Unit, find: ConceptFinder): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (let i = 0; i <= unit.words.length; i++) {
    if (i < unit.words.length && unit.words[i]?.text !== '\t') continue;
    const header = unit.block.headers?.[cells.length] ?? '';
    cells.push({ from, to: i, header, headerHits: find(wordsOf(header)) });
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
