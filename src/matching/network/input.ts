/** A unit and its candidates as the network is given them: numbers of words, concepts and traits in place of the things themselves. */
import type { Candidate } from '../candidate.ts';
import { stemOf } from '../feature-parts.ts';
import { hashOf } from '../linear.ts';
import type { ReadUnit } from '../read-unit.ts';
import { turnOf } from '../turned.ts';

/** What a network knows by name. */
export interface Vocabulary {
  /** places of word stems, from their hash: `wordPlaces` of them, in ascending order */
  readonly words: readonly number[];
  /** the last one stands for the unit's subject */
  readonly concepts: readonly string[];
  readonly groups: readonly string[];
}

/** Stems are known by their hash's last 20 bits: few enough of them share one. */
export const wordPlaces = 2 ** 20;

/** A stretch of words: from (inclusive), to (exclusive). */
export type Span = readonly [number, number];

/** A unit in numbers. Row 0 of the words' table is that of an unknown word. */
export interface NetworkInput {
  readonly words: Int32Array;
  /** pairs: a concept's number, and a word in it */
  readonly concepts: Int32Array;
  readonly settings: readonly number[];
  /** heading, lead-in, sentence before, question: their words and concepts, in no order */
  readonly around: readonly { readonly words: Int32Array; readonly concepts: Int32Array }[];
  readonly subject: readonly Span[];
  readonly candidates: readonly NetworkCandidate[];
}

export interface NetworkCandidate {
  /** -1: a claim that the network has not learned */
  readonly group: number;
  readonly traits: readonly number[];
  readonly anchor: readonly Span[];
  readonly others: readonly Span[];
}

/** Sources of what surrounds a unit. */
export const sources = 4;
/** Words that are read of each, from its beginning or its end; and of the unit. */
const headingWords = 12;
const leadInWords = 24;
const previousWords = 30;
const questionWords = 16;
export const mostWords = 80;

/** Names of what a unit stands in and of what a candidate is; each has its row. */
const settingNames = [
  ...['heading', 'paragraph', 'item', 'row', 'caption'].map((kind) => `block ${kind}`),
  ...['named', 'pronoun', 'context', 'full-dose', 'rival', 'none'].map((kind) => `subject ${kind}`),
  ...[0, 1, 2, 3].map((place) => `place ${place}`),
];
const traitNames = [
  ...['benefit', 'dosing', 'efficacy', 'mechanism', 'regulatory', 'research', 'safety'].map(
    (kind) => `kind ${kind}`,
  ),
  ...['unit', 'question', 'previous', 'lead-in'].map((from) => `from ${from}`),
  ...['true', 'false'].map((is) => `complete ${is}`),
  ...['none', 'sentence', 'lead-in', 'table header', 'previous sentence', 'heading', 'title'].map(
    (from) => `condition ${from}`,
  ),
  ...['plain', 'turned', 'turned back'].map((turn) => `turn ${turn}`),
];
export const settings = settingNames.length;
export const traits = traitNames.length;

/** Puts units into numbers. */
export type NetworkReader = (read: ReadUnit, candidates: readonly Candidate[]) => NetworkInput;

/** Prepares a vocabulary. */
export function createNetworkReader({ words, concepts, groups }: Vocabulary): NetworkReader {
  const wordAt = new Map(words.map((place, i) => [place, i + 1]));
  const conceptAt = new Map(concepts.map((id, i) => [id, i]));
  const groupAt = new Map(groups.map((group, i) => [group, i]));
  const wordsIn = (read: ReadUnit, from: number, to: number) =>
    Int32Array.from(read.unit.words.slice(from, to), ({ text }) => wordAt.get(wordPlaceOf(text)) ?? 0);
  const conceptsIn = (read: ReadUnit, first: number, end: number): number[] => {
    const out: number[] = [];
    for (const { concept, from, to } of [...read.hits, ...read.contraries]) {
      const number = conceptAt.get(concept.id);
      if (number === undefined) continue;
      for (let at = Math.max(from, first); at < Math.min(to, end); at++) out.push(number, at - first);
    }
    return out;
  };
  const bagOf = (read: ReadUnit | undefined, most: number, isEnd: boolean) => {
    if (!read) return { words: new Int32Array(), concepts: new Int32Array() };
    const { length } = read.unit.words;
    const from = isEnd ? Math.max(0, length - most) : 0;
    const to = Math.min(length, from + most);
    const all = conceptsIn(read, from, to);
    return { words: wordsIn(read, from, to), concepts: Int32Array.from(all.filter((_, i) => i % 2 === 0)) };
  };
  return (read, candidates) => {
    const { subject, unit } = read;
    const length = Math.min(mostWords, unit.words.length);
    const spanOf = ({ from, to }: { from: number; to: number }): Span => [
      Math.min(from, length),
      Math.min(to, length),
    ];
    const spoken = subject.hit ? [spanOf(subject.hit)] : [];
    const concept = conceptsIn(read, 0, length);
    for (const [from, to] of spoken) for (let at = from; at < to; at++) concept.push(concepts.length, at);
    return {
      words: wordsIn(read, 0, length),
      concepts: Int32Array.from(concept),
      settings: [
        `block ${unit.block.kind}`,
        `subject ${subject.kind}`,
        `place ${Math.min(unit.index, 3)}`,
      ].map((name) => settingNames.indexOf(name)),
      around: [
        bagOf(read.heading, headingWords, false),
        bagOf(read.leadIn, leadInWords, true),
        bagOf(read.previous, previousWords, true),
        bagOf(read.question, questionWords, true),
      ],
      subject: spoken,
      candidates: candidates.map((one) => ({
        group: groupAt.get(one.group) ?? -1,
        traits: traitsOf(read, one),
        anchor: one.anchor ? [spanOf(one.anchor)] : [],
        others: one.others.map(spanOf),
      })),
    };
  };
}

function traitsOf(read: ReadUnit, candidate: Candidate): number[] {
  const { claim, from, isComplete, condition } = candidate;
  return [
    `kind ${claim.wordings ? claim.kind : 'benefit'}`,
    `from ${from}`,
    `complete ${isComplete}`,
    `condition ${condition?.from ?? 'none'}`,
    `turn ${turnOf(read, candidate)}`,
  ].map((name) => traitNames.indexOf(name));
}

/** Where a word's stem stands among all places. */
export function wordPlaceOf(word: string): number {
  return hashOf(stemOf(word)) & (wordPlaces - 1);
}
