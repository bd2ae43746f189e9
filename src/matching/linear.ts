/**
 * Linear scores over hashed features. The weights are data: trained when the database is built, one character a weight, so that an
 * update of the database can carry better ones.
 */

/** A table of weights: `2 ** bits` characters, each a weight of -32 to 31 times `scale`. */
export interface WeightTable {
  readonly bits: number;
  readonly scale: number;
  readonly weights: string;
}

/** Adds up the weights of some features. */
export type Score = (features: readonly number[]) => number;

/** One character a weight, in this order from -32 to 31. */
export const weightAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const zero = 32;

/** Unpacks a table; characters outside the alphabet weigh nothing. */
export function createScore({ bits, scale, weights }: WeightTable): Score {
  const size = 2 ** bits;
  const table = new Float32Array(size);
  const weightOf = new Map(
    [...weightAlphabet].map((letter, i) => [letter.charCodeAt(0), (i - zero) * scale]),
  );
  for (let i = 0; i < Math.min(size, weights.length); i++)
    table[i] = weightOf.get(weights.charCodeAt(i)) ?? 0;
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += table[feature & (size - 1)] ?? 0;
    return sum;
  };
}

/** Packs trained weights; the largest sets the scale. */
export function packWeights(values: Float64Array, bits: number): WeightTable {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = largest / (zero - 1) || 1;
  const weights = Array.from(
    values,
    (value) => weightAlphabet[Math.round(value / scale) + zero] ?? weightAlphabet[zero],
  );
  return { bits, scale: Number(scale.toPrecision(6)), weights: weights.join('') };
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
