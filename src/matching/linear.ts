/**
 * Linear scores over hashed features. The weights are data: trained when the database is built, so that an update of the database can
 * carry better ones. Only the weights that matter are kept, each as one of a few levels.
 */
import { bitsFrom, bitsTo } from './bit-text.ts';
import { levelsOf, nearestLevel } from './levels.ts';

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
  const levels = levelsOf(
    kept.map(([, value]) => value),
    2 ** levelBits,
  );
  const gapBits = Math.max(0, Math.round(Math.log2((values.length / (kept.length || 1)) * Math.LN2)));
  const { put, putRun, text } = bitsTo();
  let before = -1;
  for (const [place, value] of kept) {
    const gap = place - before - 1;
    before = place;
    putRun(Math.floor(gap / 2 ** gapBits));
    put(gap % 2 ** gapBits, gapBits);
    put(nearestLevel(levels, value), levelBits);
  }
  return { bits, levels, gapBits, weights: text() };
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
