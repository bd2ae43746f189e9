/**
 * Teaches the network over small batches of units in random order, with numbers dropped at random, so that it leans on none alone.
 */
import { mostWords, type Vocabulary } from '../../matching/network/input.ts';
import {
  createTape,
  emptyWeights,
  type NetworkSizes,
  type NetworkWeights,
} from '../../matching/network/parts.ts';
import { readCandidate, readUnit } from '../../matching/network/reading.ts';
import { squash } from '../../matching/network/vectors.ts';
import { createRandom, shuffled } from '../random.ts';
import { createAdam } from './adam.ts';
import type { EnglishVectors } from './english.ts';
import type { LearningVocabulary, NetworkLesson } from './lessons.ts';
import { candidateBack, emptySlopes, unitBack } from './slopes.ts';
import { createWordTable } from './word-table.ts';

/** How a network is taught. */
export interface NetworkTraining {
  readonly vector: number;
  readonly hidden: number;
  readonly middle: number;
  /** passes over the lessons */
  readonly rounds: number;
  /** the largest step; it grows to this at first and shrinks to nothing in the end */
  readonly rate: number;
  readonly dropout: number;
  /** share of words that it is not shown */
  readonly unknown: number;
}

/** Tuned by hand on the tuning documents: larger networks and more rounds gave no more. */
export const networkTraining: NetworkTraining = {
  vector: 24,
  hidden: 32,
  middle: 48,
  rounds: 10,
  rate: 3e-3,
  dropout: 0.3,
  unknown: 0.1,
};

/** Units after which it takes a step. */
const batch = 48;
/** How much stances and groups count beside the claims themselves. */
const stanceShare = 0.75;
const groupShare = 0.5;
/** Slopes of groups below this are mostly passed over, to save time: at random, and those that are not count for the others. */
const small = 0.05;

/** A network, and what it knows by name. */
export interface Learned {
  readonly vocabulary: Vocabulary;
  readonly weights: NetworkWeights;
}

/** Learns; `report` is told the mean error after each round. */
export function learnNetwork(
  lessons: readonly NetworkLesson[],
  vocabulary: LearningVocabulary,
  english: EnglishVectors,
  training: NetworkTraining,
  report: (round: number, error: number) => void,
): Learned {
  const sizes = {
    ...training,
    words: vocabulary.words.length + 1,
    concepts: vocabulary.concepts.length + 1,
    groups: vocabulary.groups.length,
  };
  const random = createRandom(1);
  const weights = startingWeights(sizes, random);
  const scale = 1 / (1 - training.dropout);
  const drop = (values: Float32Array) => {
    for (let i = 0; i < values.length; i++)
      values[i] = random() < training.dropout ? 0 : (values[i] ?? 0) * scale;
  };
  const slopes = emptySlopes(sizes, mostWords, scale);
  const tape = createTape(sizes, mostWords, drop);
  const allGroups = vocabulary.groups.map((_, group) => group);
  const steps = training.rounds * Math.ceil(lessons.length / batch);
  let error = 0;

  const { word: ofRows, ...others } = slopes.weights;
  const names = Object.keys(others) as (keyof typeof others)[];
  const words = createWordTable(vocabulary, english, training.vector, { rows: weights.word, ofRows }, random);
  const adam = createAdam(
    [...names.map((name) => ({ values: weights[name], slopes: others[name] })), ...words.parameters],
    { rate: training.rate, steps },
  );

  const learnFrom = ({ input: given, isClaim, stances, groups: right, doubtful }: NetworkLesson) => {
    const input = { ...given, words: given.words.map((word) => (random() < training.unknown ? 0 : word)) };
    words.use(input.words);
    for (const source of input.around) words.use(source.words);
    readUnit(weights, input, tape, allGroups);
    for (const [i, candidate] of input.candidates.entries()) {
      const answer = isClaim[i];
      if (answer === undefined) continue;
      const guess = squash(readCandidate(weights, input, candidate, tape));
      error -= Math.log(Math.max(1e-9, answer ? guess : 1 - guess));
      const ofStances = stanceSlopes(tape.stances, stances[i]);
      candidateBack(weights, input, candidate, tape, slopes, [guess - (answer ? 1 : 0), ...ofStances]);
    }
    for (const group of allGroups) {
      if (doubtful.has(group)) continue;
      const guess = squash(tape.groupScores[group] ?? 0);
      const slope = guess - (right.has(group) ? 1 : 0);
      const size = Math.abs(slope);
      if (size > small || random() < size / small)
        slopes.groupScores[group] =
          (slopes.groupScores[group] ?? 0) + groupShare * Math.sign(slope) * Math.max(size, small);
    }
    unitBack(weights, input, tape, slopes);
  };

  for (let round = 1; round <= training.rounds; round++) {
    error = 0;
    for (const [n, i] of shuffled(lessons.length, random).entries()) {
      const lesson = lessons[i];
      if (lesson?.input.words.length) learnFrom(lesson);
      if (n % batch !== batch - 1 && n !== lessons.length - 1) continue;
      words.takeSlopes();
      adam.step(batch);
    }
    report(round, error / lessons.length);
  }
  const means = Object.fromEntries(names.map((name, i) => [name, adam.means[i]]));
  const word = words.knownRows(adam.means.slice(names.length));
  // rare words have taught it what others mean; readers need not carry them
  const known = vocabulary.words.filter((_, i) => vocabulary.isKnown[i + 1]);
  return {
    vocabulary: { words: known, concepts: vocabulary.concepts, groups: vocabulary.groups },
    weights: { ...weights, ...means, word },
  };
}

/** How the error of the stances (the first one is what the others are measured against) changes with each score. */
function stanceSlopes(scores: Float32Array, right: readonly number[] | undefined): [number, number] {
  if (!right) return [0, 0];
  const powers = [...scores].map((score) => Math.exp(Math.min(30, score)));
  const sum = powers.reduce((total, power) => total + power, 1);
  const [hedges = 0, denies = 0] = powers.map(
    (power, i) => stanceShare * (power / sum - (right[i + 1] ?? 0)),
  );
  return [hedges, denies];
}

/** Small numbers at random for tables that numbers pass through; no claim is likely at first. */
function startingWeights(sizes: NetworkSizes, random: () => number): NetworkWeights {
  const weights = emptyWeights(sizes);
  const both = 2 * sizes.hidden;
  const spread = (name: keyof NetworkWeights, size: number) => {
    const part = weights[name];
    for (let i = 0; i < part.length; i++) part[i] = (2 * random() - 1) * size;
  };
  for (const name of [
    'word',
    'concept',
    'setting',
    'ask',
    'tell',
    'wholeTell',
    'joinGroup',
    'joinTrait',
    'firmGroup',
    'firmTrait',
    'answerGroup',
  ] as const)
    spread(name, 0.17);
  for (const name of [
    'forwardInput',
    'forwardState',
    'forwardBias',
    'backwardInput',
    'backwardState',
    'backwardBias',
  ] as const)
    spread(name, 1 / Math.sqrt(sizes.hidden));
  spread('context', 1 / Math.sqrt(2 * sizes.vector));
  spread('whole', 1 / Math.sqrt(both + weights.context.length / (2 * sizes.vector)));
  spread('join', 1 / Math.sqrt(5 * both + weights.context.length / (2 * sizes.vector)));
  spread('firm', 1 / Math.sqrt(5 * both + weights.context.length / (2 * sizes.vector)));
  spread('answer', 1 / Math.sqrt(sizes.middle));
  spread('stance', 1 / Math.sqrt(sizes.middle));
  weights.tellBias.fill(-4);
  weights.carry.fill(0.5);
  return weights;
}
