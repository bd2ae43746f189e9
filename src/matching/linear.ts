/**
 * Linear scores over hashed features. The weights are data: trained when the database is built, so that an update of the database can
 * carry better ones. Only the weights that matter are kept, each as one of a few levels.
 */
import { bitsFrom, bitsTo } from './bit-text.ts';

/** Sparse weights over `2 ** bits` places, packed as text. */
export interface WeightTable {
  readonly bits: number;
  /** the values that a weight can have */
  readonly levels: readonly number[];
  /** how many of a gap's bits are written as they are (Rice coding) */
  readonly gapBits: number;
  /** for each weight the gap to the one before and its level, as `matching/bit-text.ts` writes bits */
  readonly weights: string;
}

/** Adds up the weights of some features. */
export type Score = (features: Iterable<number>) => number;

/** Bits of a level's number; number 0 is that of the first level. */
const levelBits = 5;

/** Unpacks a table. What is no table of weights ends it. */
export function createScore({ bits, levels, gapBits, weights }: WeightTable): Score {
  const mask = 2 ** bits - 1;
  const table = new Uint8Array(mask + 1);
  const values = [0, ...levels];
  const { take, takeRun } = bitsFrom(weights);
  let place = -1;
  for (;;) {
    const run = takeRun();
    const rest = take(gapBits);
    const level = take(levelBits);
    if (run === undefined || rest === undefined || level === undefined) break;
    place += run * 2 ** gapBits + rest + 1;
    if (place > mask) break;
    table[place] = level + 1;
  }
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += values[table[feature & mask] ?? 0] ?? 0;
    return sum;
  };
}

/** Packs the `most` largest of some trained weights. */
export function packWeights(values: Float64Array, bits: number, most: number): WeightTable {
  const sizes = values.map(Math.abs).sort().reverse();
  const least = sizes[most] ?? 0;
  const kept = [...values.entries()].filter(([, value]) => Math.abs(value) > least);
  const levels = levelsOf(kept.map(([, value]) => value));
  const gapBits = Math.max(0, Math.round(Math.log2((values.length / (kept.length || 1)) * Math.LN2)));
  const { put, putRun, text } = bitsTo();
  let before = -1;
  for (const [place, value] of kept) {
    const gap = place - before - 1;
    before = place;
    putRun(Math.floor(gap / 2 ** gapBits));
    put(gap % 2 ** gapBits, gapBits);
    put(nearest(levels, value), levelBits);
  }
  return { bits, levels, gapBits, weights: text() };
}

/** Rounds of moving each level into the middle of the weights nearest to it. */
const levelRounds = 30;

/** Levels that stand for some weights with little error (Lloyd's algorithm), in ascending order. */
function levelsOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const most = 2 ** levelBits;
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct;
  const spread = Array.from(
    { length: most },
    (_, i) => sorted[Math.floor(((i + 0.5) / most) * sorted.length)],
  );
  let levels = [...new Set(spread)].map((level = 0) => level);
  for (let round = 0; round < levelRounds; round++) {
    const own = levels.map(() => ({ sum: 0, count: 0 }));
    for (const value of sorted) {
      const sums = own[nearest(levels, value)];
      if (!sums) continue;
      sums.sum += value;
      sums.count++;
    }
    levels = own.flatMap(({ sum, count }) => (count ? [sum / count] : []));
  }
  return levels.map((level) => Number(level.toPrecision(4)));
}

/** The number of the level nearest to a value; levels ascend. */
function nearest(levels: readonly number[], value: number): number {
  let best = 0;
  for (let i = 1; i < levels.length; i++) {
    if (Math.abs((levels[i] ?? 0) - value) < Math.abs((levels[best] ?? 0) - value)) best = i;
  }
  return best;
}

/** A feature's number: 32 bits, spread evenly (FNV-1a with a final mix). */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) {
    hash ^= feature.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
