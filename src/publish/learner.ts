/**
 * A linear learner: stochastic gradient descent (AdaGrad) over hashed features, with features dropped at random from a fixed seed, so that the same
 * examples give the same weights. Only some weights are shipped, those that matter most, so it ends by learning with those alone.
 */
import { createRandom, shuffled } from './random.ts';

/** What was tuned by hand on the tuning documents. */
export interface Training {
  /** weights lie in `2 ** bits` places */
  readonly bits: number;
  /** passes over the examples with all weights, and with those that are kept; these end as the mean of their passes */
  readonly rounds: number;
  readonly lastRounds: number;
  readonly rate: number;
  readonly decay: number;
  /** features seen in fewer examples are left out: they would only learn by heart */
  readonly rarest: number;
  readonly dropout: number;
  /** weights kept of each table */
  readonly most: number;
}

/** Weights are given up in steps, with a pass after each: so many times those kept in the end. */
const pruning = [2, 1.4, 1];

const none = new Uint32Array();

/** Squared slopes that AdaGrad starts with. */
const start = 1e-2;

/** An example: its features, and how likely each answer is. */
export interface Lesson {
  readonly features: Uint32Array;
  readonly answers: readonly number[];
}

/** Learns a probability of "yes"; one weight for each place. */
export function learnYes(lessons: readonly Lesson[], training: Training): Float64Array {
  const [weights] = learn(lessons, training, 1, ([score = 0]) => [1 / (1 + Math.exp(-score))]);
  return weights ?? new Float64Array();
}

/** Learns the probabilities of some answers, of which the first is what the others are measured against: a table for each of the others. */
export function learnChoice(
  lessons: readonly Lesson[],
  training: Training,
  choices: number,
): readonly Float64Array[] {
  return learn(lessons, training, choices - 1, (scores) => {
    const powers = scores.map((score) => Math.exp(Math.min(30, score)));
    const sum = powers.reduce((total, power) => total + power, 1);
    return powers.map((power) => power / sum);
  });
}

function learn(
  lessons: readonly Lesson[],
  training: Training,
  outputs: number,
  likely: (scores: readonly number[]) => readonly number[],
): Float64Array[] {
  const { bits, rounds, lastRounds, rate, decay, dropout, most } = training;
  const size = 2 ** bits;
  const weights = Array.from({ length: outputs }, () => new Float64Array(size));
  const squares = Array.from({ length: outputs }, () => new Float64Array(size).fill(start));
  /** places that each table has given up */
  const given = weights.map(() => new Uint8Array(size));
  const random = createRandom(1);
  let inputs = frequent(lessons, training);
  const room = new Uint32Array(inputs.reduce((most, { length }) => Math.max(most, length), 0));
  const pass = () => {
    for (const i of shuffled(inputs.length, random)) {
      let length = 0;
      for (const place of inputs[i] ?? none) if (random() >= dropout) room[length++] = place;
      const input = room.subarray(0, length);
      const scores = weights.map((own) => {
        let sum = 0;
        for (const place of input) sum += own[place] ?? 0;
        return sum;
      });
      for (const [o, guess] of likely(scores).entries()) {
        const error = guess - (lessons[i]?.answers[o] ?? 0);
        const [own, square, lost] = [weights[o], squares[o], given[o]] as [
          Float64Array,
          Float64Array,
          Uint8Array,
        ];
        for (const place of input) {
          if (lost[place]) continue;
          const weight = own[place] ?? 0;
          const slope = error + decay * weight;
          const sum = (square[place] ?? 0) + slope * slope;
          square[place] = sum;
          own[place] = weight - (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  };
  for (let round = 0; round < rounds; round++) pass();
  const use = usesOf(inputs, size);
  for (const share of pruning) {
    for (const [o, own] of weights.entries()) giveUp(own, given[o] as Uint8Array, use, most * share);
    inputs = inputs.map((input) => input.filter((place) => given.some((lost) => !lost[place])));
    if (share > 1) pass();
  }
  const sums = weights.map((own) => new Float64Array(own.length));
  for (let round = 0; round < lastRounds; round++) {
    pass();
    for (const [o, own] of weights.entries()) {
      const sum = sums[o] as Float64Array;
      for (const [place, weight] of own.entries()) sum[place] = (sum[place] ?? 0) + weight / lastRounds;
    }
  }
  return sums;
}

/** A weight counts for more the oftener it is used, to this power: so the tuning documents would have it. */
const usePower = 0.4;

/** How often each place is used. */
function usesOf(inputs: readonly Uint32Array[], size: number): Float64Array {
  const uses = new Float64Array(size);
  for (const input of inputs) for (const place of input) uses[place] = (uses[place] ?? 0) + 1;
  return uses;
}

/** Clears all but the weightiest places of a table, and marks those that it gave up. */
function giveUp(own: Float64Array, lost: Uint8Array, uses: Float64Array, most: number): void {
  const weightiness = own.map((weight, place) => Math.abs(weight) * (uses[place] ?? 0) ** usePower);
  const least = weightiness.toSorted().at(-Math.round(most) - 1) ?? 0;
  for (const [place, size] of weightiness.entries()) {
    if (size > least) continue;
    own[place] = 0;
    lost[place] = 1;
  }
}

/** Features folded into the table, without the rare ones. */
function frequent(lessons: readonly Lesson[], { bits, rarest }: Training): Uint32Array[] {
  const counts = new Map<number, number>();
  for (const { features } of lessons)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const mask = 2 ** bits - 1;
  return lessons.map(({ features }) =>
    features.filter((feature) => (counts.get(feature) ?? 0) >= rarest).map((feature) => feature & mask),
  );
}
