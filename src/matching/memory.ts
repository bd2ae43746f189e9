/**
 * What was found and judged when a page was read last. A block that reads as it did is not searched again, and a unit whose words and
 * surroundings are as they were is not judged again, wherever they stand in the page now.
 */
import type { FoundUnit } from './about-ldn.ts';
import type { UnitFinder } from './context.ts';
import type { Block, Mention, PageText, Reason } from './page-text.ts';
import type { ReadUnit } from './read-unit.ts';

type Judge = (read: ReadUnit) => Mention | undefined;

/** A mention where its block began at 0. */
type Known = { readonly mention: Mention | undefined };

/** A reader that remembers one page; `begin` comes before each reading of it. */
export interface Memory {
  begin(page: PageText): void;
  readonly unitsIn: UnitFinder;
  readonly judge: Judge;
}

/** Nothing is remembered yet. */
export function createMemory(find: UnitFinder, judge: Judge): Memory {
  const found = createGenerations<readonly FoundUnit[]>();
  const known = createGenerations<Known>();
  const numbers = createGenerations<number>();
  let places = new WeakMap<ReadUnit, number>();
  let blocks = new WeakMap<Block, number>();
  let last = 0;
  let surroundings = '';

  /** The same number for what reads the same in the same surroundings. */
  function numberOf(text: string): number {
    return numbers.get(text, () => ++last);
  }

  function placeOf(read: ReadUnit | undefined): number {
    if (!read) return 0;
    const place = places.get(read) ?? numberOf(keyOf(read));
    places.set(read, place);
    return place;
  }

  /** Worked out once a block: a long one has many units. */
  function blockNumber(block: Block): number {
    const { kind, level, language, headers, text } = block;
    const number =
      blocks.get(block) ?? numberOf([kind, level, language, ...(headers ?? []), '', text].join('\t'));
    blocks.set(block, number);
    return number;
  }

  /** All that judging looks at. What concepts are in it follows from the words. */
  function keyOf(read: ReadUnit): string {
    const { unit, subject, conditions, heading, leadIn, previous, question, isOffTopic, isBeforeLdn } = read;
    const block = blockNumber(unit.block);
    const around = [heading, leadIn, previous, question].map(placeOf);
    const sets = conditions.map((set) => [set.from, ...[...set.conditions].flat()].join('\t'));
    const inherited = subject.inherited;
    return [
      `${block} ${unit.index} ${subject.kind} ${isOffTopic} ${isBeforeLdn} ${around.join(' ')}`,
      `${inherited?.from} ${inherited?.text}`,
      ...sets,
      surroundings,
    ].join('\n');
  }

  return {
    begin: ({ title }) => {
      found.next();
      known.next();
      numbers.next();
      places = new WeakMap();
      blocks = new WeakMap();
      surroundings = title;
    },
    *unitsIn(block, blockIndex) {
      const key = `${block.kind}\n${block.text}`;
      const before = found.find(key);
      const units = before ?? (yield* find(block, blockIndex));
      found.get(key, () => units);
      return before ? units.map((one) => ({ ...one, unit: { ...one.unit, block, blockIndex } })) : units;
    },
    judge: (read) => {
      const { start } = read.unit.block;
      const place = String(placeOf(read));
      return moved(known.get(place, () => ({ mention: moved(judge(read), -start) })).mention, start);
    },
  };
}

/** Keeps what this reading or the one before has asked for. */
function createGenerations<T>() {
  let before = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    next: () => {
      before = now;
      now = new Map();
    },
    find: (key: string): T | undefined => now.get(key) ?? before.get(key),
    get: (key: string, make: () => T): T => {
      const value = now.get(key) ?? before.get(key) ?? make();
      now.set(key, value);
      return value;
    },
  };
}

function moved(mention: Mention | undefined, by: number): Mention | undefined {
  if (!mention || by === 0) return mention;
  const move = <R extends { readonly start: number; readonly end: number }>(range: R): R => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  const reasons = (all: readonly Reason[]) =>
    all.map((reason) => (reason.range ? { ...reason, range: move(reason.range) } : reason));
  const claims = mention.claims.map((claim) => ({ ...claim, reasons: reasons(claim.reasons) }));
  return { ...move(mention), claims };
}
