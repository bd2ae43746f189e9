/**
 * Linear scores over hashed features. The weights are data: trained when the database is built, so that an update of the database can
 * carry better ones. Only the weights that matter are kept, as text: for each, the gap to the one before and the weight itself.
 */

/** Sparse weights over `2 ** bits` places, packed as text. */
export interface WeightTable {
  readonly bits: number;
  /** a packed weight is a whole number from -32 to 31 times this */
  readonly scale: number;
  readonly weights: string;
}

/** Adds up the weights of some features. */
export type Score = (features: readonly number[]) => number;

/** Digits of the packed text, each six bits. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const zero = 32;
/** A gap's digit holds five bits; the sixth says that more follow. */
const gapBase = 32;

/** Unpacks a table. Characters outside the alphabet end it. */
export function createScore({ bits, scale, weights }: WeightTable): Score {
  const mask = 2 ** bits - 1;
  const table = unpack(weights, mask);
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += table[feature & mask] ?? 0;
    return sum * scale;
  };
}

/** One byte a place: a megabyte at most, and the fastest look-up there is. */
function unpack(text: string, mask: number): Int8Array {
  const digitOf = new Map([...alphabet].map((letter, i) => [letter.charCodeAt(0), i]));
  const table = new Int8Array(mask + 1);
  let at = 0;
  let place = -1;
  while (at < text.length) {
    let gap = 0;
    let power = 1;
    let digit = digitOf.get(text.charCodeAt(at++));
    while (digit !== undefined && digit >= gapBase) {
      gap += (digit - gapBase) * power;
      power *= gapBase;
      digit = digitOf.get(text.charCodeAt(at++));
    }
    const weight = digitOf.get(text.charCodeAt(at++));
    if (digit === undefined || weight === undefined) break;
    place += gap + digit * power + 1;
    if (place > mask) break;
    table[place] = weight - zero;
  }
  return table;
}

/** One weight in so many may be larger than what a digit holds; it is clipped, so that the others keep their detail. */
const clipped = 500;

/** Packs the `most` largest of some trained weights. */
export function packWeights(values: Float64Array, bits: number, most: number): WeightTable {
  const sizes = values.map(Math.abs).sort().reverse();
  const largest = sizes[Math.floor(most / clipped)] || 1;
  const scale = Number((largest / (zero - 1)).toPrecision(6));
  const least = Math.max(sizes[most] ?? 0, scale / 2);
  let weights = '';
  let before = -1;
  for (const [place, value] of values.entries()) {
    if (Math.abs(value) <= least) continue;
    let gap = place - before - 1;
    before = place;
    for (; gap >= gapBase; gap = Math.floor(gap / gapBase)) weights += alphabet[gapBase + (gap % gapBase)];
    weights += `${alphabet[gap]}${alphabet[clamp(Math.round(value / scale) + zero)]}`;
  }
  return { bits, scale, weights };
}

function clamp(digit: number): number {
  return Math.min(alphabet.length - 1, Math.max(0, digit));
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
