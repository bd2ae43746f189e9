/**
 * Trains the judge on the annotated corpus: two linear models by stochastic gradient descent (AdaGrad), with features dropped at random from a fixed
 * seed, so that the same corpus gives the same weights.
 */
import type { Database } from '../database/schema.ts';
import { stances } from '../database/vocabulary.ts';
import { packWeights, type WeightTable } from '../matching/linear.ts';
import type { Example } from './examples.ts';

/** All that was tuned by hand on the tuning documents. */
const claimTraining = {
  bits: 20,
  rounds: 8,
  rate: 0.05,
  decay: 1e-3,
  rarest: 5,
  start: 1e-2,
  dropout: 0.3,
  most: 86_000,
};
const stanceTraining = { ...claimTraining, bits: 19, rarest: 3, most: 25_000 };

/** Where precision and recall of claims balance on the tuning documents. */
const threshold = -0.3;

type Training = typeof claimTraining;

/** Trains both models on some examples. */
export function trainJudge(examples: readonly Example[]): Database['judge'] {
  const sure = examples.filter(({ isOptional }) => !isOptional);
  const claims = trainClaims(sure, claimTraining);
  const tables = trainStances(
    sure.filter(({ isClaim }) => isClaim),
    stanceTraining,
  );
  return { threshold, claims, stances: tables };
}

function trainClaims(examples: readonly Example[], training: Training): WeightTable {
  const inputs = frequent(
    examples.map(({ features }) => features),
    training,
  );
  const learner = createLearner(training);
  const random = createRandom(1);
  for (let round = 0; round < training.rounds; round++) {
    for (const i of shuffled(examples.length, random)) {
      const input = thinned(inputs[i] ?? [], training.dropout, random);
      const likely = 1 / (1 + Math.exp(-learner.score(input)));
      learner.learn(input, likely - (examples[i]?.isClaim ? 1 : 0));
    }
  }
  return packWeights(learner.weights, training.bits, training.most);
}

function trainStances(examples: readonly Example[], training: Training): Database['judge']['stances'] {
  const inputs = frequent(
    examples.map(({ stanceFeatures }) => stanceFeatures),
    training,
  );
  const learners = stances.map(() => createLearner(training));
  const random = createRandom(2);
  for (let round = 0; round < training.rounds; round++) {
    for (const i of shuffled(examples.length, random)) {
      const input = thinned(inputs[i] ?? [], training.dropout, random);
      const right = examples[i]?.stances ?? [];
      const powers = learners.map((learner) => Math.exp(Math.min(30, learner.score(input))));
      const sum = powers.reduce((total, power) => total + power, 0);
      for (const [s, learner] of learners.entries()) {
        const stance = stances[s];
        const target = stance && right.includes(stance) ? 1 / right.length : 0;
        learner.learn(input, (powers[s] ?? 0) / sum - target);
      }
    }
  }
  const [asserts, hedges, denies] = learners.map(({ weights }) => weights);
  return { hedges: beyond(hedges, asserts, training), denies: beyond(denies, asserts, training) };
}

/** Only how much likelier a stance is than the plain assertion matters: two tables instead of three. */
function beyond(
  stance: Float64Array | undefined,
  asserts: Float64Array | undefined,
  training: Training,
): WeightTable {
  const difference = (stance ?? new Float64Array(2 ** training.bits)).map(
    (weight, i) => weight - (asserts?.[i] ?? 0),
  );
  return packWeights(difference, training.bits, training.most);
}

function createLearner({ bits, rate, decay, start }: Training) {
  const weights = new Float64Array(2 ** bits);
  const squares = new Float64Array(2 ** bits).fill(start);
  return {
    weights,
    score(input: readonly number[]): number {
      let sum = 0;
      for (const feature of input) sum += weights[feature] ?? 0;
      return sum;
    },
    learn(input: readonly number[], error: number): void {
      for (const feature of input) {
        const weight = weights[feature] ?? 0;
        const slope = error + decay * weight;
        const square = (squares[feature] ?? 0) + slope * slope;
        squares[feature] = square;
        weights[feature] = weight - (rate * slope) / Math.sqrt(square);
      }
    },
  };
}

/** Features folded into the table; those seen too rarely are left out: they would only learn by heart. */
function frequent(inputs: readonly (readonly number[])[], { bits, rarest }: Training): number[][] {
  const counts = new Map<number, number>();
  for (const input of inputs)
    for (const feature of input) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const mask = 2 ** bits - 1;
  return inputs.map((input) =>
    input.filter((feature) => (counts.get(feature) ?? 0) >= rarest).map((feature) => feature & mask),
  );
}

/** The numbers below `count`, shuffled. */
function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

/** Some features left out at random, so that no single one is leant on: what many features say together carries over better. */
function thinned(input: readonly number[], dropout: number, random: () => number): number[] {
  return input.filter(() => random() >= dropout);
}

/** The same numbers from 0 to 1 each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
