/** The network's weights as the database carries them: each as one of a few levels, packed as text. */
import { bitsFrom, bitsTo } from '../bit-text.ts';
import { levelsOf, nearestLevel } from '../levels.ts';
import type { Vocabulary } from './input.ts';
import { emptyWeights, type NetworkSizes, type NetworkWeights, type PartName } from './parts.ts';

/** A network as data. */
export interface NetworkData {
  readonly vector: number;
  readonly hidden: number;
  readonly middle: number;
  /** how many words it knows, and their places: for each the gap to the one before */
  readonly words: { readonly count: number; readonly gapBits: number; readonly gaps: string };
  readonly concepts: readonly string[];
  readonly groups: readonly string[];
  /** each table's levels, and for each weight the number of its level */
  readonly parts: Readonly<
    Record<PartName, { readonly levels: readonly number[]; readonly weights: string }>
  >;
}

/** Bits of a level's number. Words are many, and each matters less: with more bits nothing was read better. */
const bitsOf = (name: string) => (name === 'word' ? 2 : 4);

/** Packs a network. */
export function packNetwork(
  { words, concepts, groups }: Vocabulary,
  { vector, hidden, middle }: Pick<NetworkSizes, 'vector' | 'hidden' | 'middle'>,
  weights: NetworkWeights,
): NetworkData {
  const parts = Object.entries(weights).map(([name, part]) => {
    const bits = bitsOf(name);
    const levels = levelsOf(part, 2 ** bits);
    const { put, text } = bitsTo();
    for (const value of part) put(nearestLevel(levels, value), bits);
    return [name, { levels, weights: text() }];
  });
  return {
    vector,
    hidden,
    middle,
    words: packWords(words),
    concepts,
    groups,
    parts: Object.fromEntries(parts),
  };
}

/** Unpacks it. What is missing is zero. */
export function unpackNetwork(data: NetworkData): {
  readonly vocabulary: Vocabulary;
  readonly sizes: NetworkSizes;
  readonly weights: NetworkWeights;
} {
  const { vector, hidden, middle, concepts, groups } = data;
  const words = unpackWords(data.words);
  const sizes = {
    vector,
    hidden,
    middle,
    words: words.length + 1,
    concepts: concepts.length + 1,
    groups: groups.length,
  };
  const weights = emptyWeights(sizes);
  for (const name of Object.keys(weights) as PartName[]) {
    const { levels, weights: packed } = data.parts[name];
    const { take } = bitsFrom(packed);
    const part = weights[name];
    for (let i = 0; i < part.length; i++) {
      const level = take(bitsOf(name));
      if (level === undefined) break;
      part[i] = levels[level] ?? 0;
    }
  }
  return { vocabulary: { words, concepts, groups }, sizes, weights };
}

function packWords(words: readonly number[]): NetworkData['words'] {
  const gapBits = Math.max(0, Math.round(Math.log2(((words.at(-1) ?? 0) / (words.length || 1)) * Math.LN2)));
  const { put, putRun, text } = bitsTo();
  let before = -1;
  for (const place of words) {
    const gap = place - before - 1;
    before = place;
    putRun(Math.floor(gap / 2 ** gapBits));
    put(gap % 2 ** gapBits, gapBits);
  }
  return { count: words.length, gapBits, gaps: text() };
}

function unpackWords({ count, gapBits, gaps }: NetworkData['words']): number[] {
  const { take, takeRun } = bitsFrom(gaps);
  const words: number[] = [];
  let place = -1;
  while (words.length < count) {
    const run = takeRun();
    const rest = take(gapBits);
    if (run === undefined || rest === undefined) break;
    place += run * 2 ** gapBits + rest + 1;
    words.push(place);
  }
  return words;
}
