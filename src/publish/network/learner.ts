/**
 * Teaches the network: Adam (Kingma and Ba 2015) over small batches of units in random order, with numbers dropped at random, so that it leans
 * on none alone. What comes out is a running mean of the weights, which is steadier than their last state.
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
import type { NetworkLesson } from './lessons.ts';
import { candidateBack, emptySlopes, unitBack } from './slopes.ts';

/** What was tuned by hand on the tuning documents. */
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

/** Units after which it takes a step, and steps until the rate is full. */
const batch = 48;
const warmUp = 200;
/** Adam's memories of slopes and of their squares, and of weights. */
const momentum = 0.9;
const squareMemory = 0.99;
const weightMemory = 0.999;
/** Slopes of a batch are not longer than this. */
const longest = 1;
/** How much stances and groups count beside the claims themselves. */
const stanceShare = 0.5;
const groupShare = 0.5;
/** Slopes of groups below this are mostly passed over, to save time: at random, and those that are not count for the others. */
const small = 0.05;

/** Learns; `report` is told the mean error after each round. */
export function learnNetwork(
  lessons: readonly NetworkLesson[],
  { words, concepts, groups }: Vocabulary,
  training: NetworkTraining,
  report: (round: number, error: number, weights: NetworkWeights) => void,
): NetworkWeights {
  const sizes = {
    ...training,
    words: words.length + 1,
    concepts: concepts.length + 1,
    groups: groups.length,
  };
  const random = createRandom(1);
  const weights = startingWeights(sizes, random);
  const mean = copyOf(weights);
  const [memory, squares] = [emptyWeights(sizes), emptyWeights(sizes)];
  const scale = 1 / (1 - training.dropout);
  const drop = (values: Float32Array) => {
    for (let i = 0; i < values.length; i++)
      values[i] = random() < training.dropout ? 0 : (values[i] ?? 0) * scale;
  };
  const slopes = emptySlopes(sizes, mostWords, scale);
  const tape = createTape(sizes, mostWords, drop);
  const allGroups = groups.map((_, group) => group);
  const steps = training.rounds * Math.ceil(lessons.length / batch);
  let step = 0;
  let error = 0;

  const learnFrom = ({ input: given, isClaim, stances, groups: right, doubtful }: NetworkLesson) => {
    const input = { ...given, words: given.words.map((word) => (random() < training.unknown ? 0 : word)) };
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

  const takeStep = () => {
    step++;
    const rate = training.rate * Math.min(1, step / warmUp) * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
    let square = 0;
    for (const part of Object.values(slopes.weights)) for (const slope of part) square += slope * slope;
    const shrink = Math.min(1 / batch, longest / Math.sqrt(square || 1));
    const unbiased = Math.sqrt(1 - squareMemory ** step) / (1 - momentum ** step);
    const keep = Math.min(weightMemory, step / (step + 10));
    for (const name of Object.keys(weights) as (keyof NetworkWeights)[]) {
      const [own, slope, past, squared, steady] = [weights, slopes.weights, memory, squares, mean].map(
        (all) => all[name],
      ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
      for (let i = 0; i < own.length; i++) {
        const by = (slope[i] ?? 0) * shrink;
        const m = momentum * (past[i] ?? 0) + (1 - momentum) * by;
        const s = squareMemory * (squared[i] ?? 0) + (1 - squareMemory) * by * by;
        const value = (own[i] ?? 0) - (rate * unbiased * m) / (Math.sqrt(s) + 1e-8);
        past[i] = m;
        squared[i] = s;
        own[i] = value;
        steady[i] = keep * (steady[i] ?? 0) + (1 - keep) * value;
      }
      slope.fill(0);
    }
  };

  for (let round = 1; round <= training.rounds; round++) {
    error = 0;
    for (const [n, i] of shuffled(lessons.length, random).entries()) {
      const lesson = lessons[i];
      if (lesson?.input.words.length) learnFrom(lesson);
      if (n % batch === batch - 1 || n === lessons.length - 1) takeStep();
    }
    report(round, error / lessons.length, mean);
  }
  return mean;
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
  spread('answer', 1 / Math.sqrt(sizes.middle));
  spread('stance', 1 / Math.sqrt(sizes.middle));
  weights.tellBias.fill(-4);
  weights.carry.fill(0.5);
  return weights;
}

function copyOf(weights: NetworkWeights): NetworkWeights {
  const parts = Object.entries(weights).map(([name, part]) => [name, part.slice()]);
  return Object.fromEntries(parts);
}
