/**
 * The rows that stand for words while the network learns: what a word means in general English, turned into the network's own numbers by one table
 * for all words, and what the network has learned of the word itself. Rare words have only the first, so that it is learned for all.
 */
import { add, dot } from '../../matching/network/vectors.ts';
import type { Parameter } from './adam.ts';
import type { EnglishVectors } from './english.ts';
import type { LearningVocabulary } from './lessons.ts';

/** What rows are made of; `own` and `turn` are weights, or their slopes. */
export interface WordParts {
  readonly own: Float32Array;
  /** a row for each of a vector's numbers, as long as an English vector */
  readonly turn: Float32Array;
}

export interface EnglishTable {
  /** how long a row is */
  readonly vector: number;
  /** the English vectors of all rows one behind the other, zeros where there is none */
  readonly english: Float32Array;
  readonly dimensions: number;
  /** rows that have something of their own */
  readonly isKnown: Uint8Array;
}

export interface WordTable {
  /** what learning changes in place of the rows */
  readonly parameters: readonly Parameter[];
  /** Makes rows anew that have not been used since the last step. */
  use(rows: Iterable<number>): void;
  /** Takes the slopes of the used rows back to the parameters; a step follows. */
  takeSlopes(): void;
  /** The rows of the known words, made of these parameters. */
  knownRows(parameters: readonly Float32Array[]): Float32Array;
}

/** Prepares `rows` and their slopes `ofRows` (the network's own tables), which start with something at random. */
export function createWordTable(
  vocabulary: LearningVocabulary,
  english: EnglishVectors,
  vector: number,
  { rows, ofRows }: { readonly rows: Float32Array; readonly ofRows: Float32Array },
  random: () => number,
): WordTable {
  const table = englishTable(vocabulary, english, vector);
  const turn = new Float32Array(vector * table.dimensions);
  for (let i = 0; i < turn.length; i++) turn[i] = (2 * random() - 1) / Math.sqrt(table.dimensions);
  const parts = { own: rows.slice(), turn };
  const ofParts = { own: new Float32Array(rows.length), turn: new Float32Array(turn.length) };
  const used = new Set<number>();
  return {
    parameters: [
      { values: parts.own, slopes: ofParts.own },
      { values: parts.turn, slopes: ofParts.turn },
    ],
    use(wanted) {
      for (const row of wanted) {
        if (used.has(row)) continue;
        used.add(row);
        fillRow(table, parts, row, rows);
      }
    },
    takeSlopes() {
      for (const row of used) {
        rowBack(table, ofRows, row, ofParts);
        ofRows.fill(0, row * vector, (row + 1) * vector);
      }
      used.clear();
    },
    knownRows([own = parts.own, lastTurn = turn]) {
      const known = [...table.isKnown.keys()].filter((row) => table.isKnown[row]);
      const out = new Float32Array(known.length * vector);
      for (const [i, row] of known.entries()) {
        fillRow(table, { own, turn: lastTurn }, row, rows);
        out.set(rows.subarray(row * vector, (row + 1) * vector), i * vector);
      }
      return out;
    },
  };
}

function englishTable(
  { words, isKnown }: LearningVocabulary,
  english: EnglishVectors,
  vector: number,
): EnglishTable {
  const dimensions = english.values().next().value?.length ?? 0;
  const all = new Float32Array((words.length + 1) * dimensions);
  for (const [i, place] of words.entries()) {
    const own = english.get(place);
    if (own) all.set(own, (i + 1) * dimensions);
  }
  return { vector, english: all, dimensions, isKnown };
}

/** Makes a row anew. */
export function fillRow(
  { vector, english, dimensions, isKnown }: EnglishTable,
  { own, turn }: WordParts,
  row: number,
  rows: Float32Array,
): void {
  for (let i = 0; i < vector; i++)
    rows[row * vector + i] =
      dot(turn, i * dimensions, english, row * dimensions, dimensions) +
      (isKnown[row] ? (own[row * vector + i] ?? 0) : 0);
}

/** From a row's slopes to those of what it is made of. */
export function rowBack(
  { vector, english, dimensions, isKnown }: EnglishTable,
  ofRows: Float32Array,
  row: number,
  { own, turn }: WordParts,
): void {
  if (isKnown[row]) add(own, row * vector, ofRows, row * vector, vector);
  for (let i = 0; i < vector; i++) {
    const slope = ofRows[row * vector + i] ?? 0;
    if (slope) add(turn, i * dimensions, english, row * dimensions, dimensions, slope);
  }
}
