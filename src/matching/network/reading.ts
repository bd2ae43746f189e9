/** The network's reading: from a unit in numbers to how likely each group of claims is, and each candidate, and how firmly it is put. */

import type { NetworkCandidate, NetworkInput, Span } from './input.ts';
import type { Direction, NetworkWeights, Tape } from './parts.ts';
import { add, addProduct, dot, squash } from './vectors.ts';

/** Reads a unit; `groups`: those whose scores are wanted. */
export function readUnit(
  weights: NetworkWeights,
  input: NetworkInput,
  tape: Tape,
  groups: Iterable<number>,
): void {
  const { hidden } = tape.sizes;
  tape.length = input.words.length;
  readAround(weights, input, tape);
  readWords(weights, input, tape);
  readAlong(tape, tape.forward, weights.forwardInput, weights.forwardState, weights.forwardBias, 1);
  readAlong(tape, tape.backward, weights.backwardInput, weights.backwardState, weights.backwardBias, -1);
  for (let at = 0; at < tape.length; at++) {
    tape.states.set(tape.forward.state.subarray(at * hidden, (at + 1) * hidden), 2 * at * hidden);
    tape.states.set(tape.backward.state.subarray(at * hidden, (at + 1) * hidden), (2 * at + 1) * hidden);
  }
  findLargest(tape);
  readWhole(weights, tape);
  for (const group of groups) if (group >= 0) attend(weights, tape, group);
}

/** What surrounds the unit: the mean word and the mean concept of each source. */
function readAround({ word, concept, context }: NetworkWeights, input: NetworkInput, tape: Tape): void {
  const { vector } = tape.sizes;
  tape.bags.fill(0);
  tape.around.fill(0);
  for (const [source, { words, concepts }] of input.around.entries()) {
    const at = 2 * source * vector;
    for (const row of words) add(tape.bags, at, word, row * vector, vector, 1 / words.length);
    for (const row of concepts)
      add(tape.bags, at + vector, concept, row * vector, vector, 1 / concepts.length);
    const table = context.subarray(source * vector * 2 * vector, (source + 1) * vector * 2 * vector);
    addProduct(tape.around, source * vector, table, vector, tape.bags, at, 2 * vector);
  }
}

function readWords({ word, concept, setting }: NetworkWeights, unit: NetworkInput, tape: Tape): void {
  const { vector } = tape.sizes;
  const { input } = tape;
  tape.setting.fill(0);
  for (const row of unit.settings) add(tape.setting, 0, setting, row * vector, vector);
  for (let source = 0; source < unit.around.length; source++)
    add(tape.setting, 0, tape.around, source * vector, vector);
  for (const [at, row] of unit.words.entries()) {
    input.set(tape.setting, at * vector);
    add(input, at * vector, word, row * vector, vector);
  }
  for (let i = 0; i < unit.concepts.length; i += 2)
    add(input, (unit.concepts[i + 1] ?? 0) * vector, concept, (unit.concepts[i] ?? 0) * vector, vector);
  tape.drop?.(input);
}

/** A gated recurrent unit (Cho et al. 2014, as cuDNN has it), along the words or against them. */
function readAlong(
  { sizes: { vector, hidden }, length, input }: Tape,
  { reset, update, fresh, recalled, state }: Direction,
  ofInput: Float32Array,
  ofState: Float32Array,
  bias: Float32Array,
  step: 1 | -1,
): void {
  const given = new Float32Array(3 * hidden);
  const recall = new Float32Array(3 * hidden);
  let before = -1;
  for (let n = 0; n < length; n++) {
    const at = step === 1 ? n : length - 1 - n;
    given.set(bias);
    addProduct(given, 0, ofInput, 3 * hidden, input, at * vector, vector);
    recall.fill(0);
    if (before >= 0) addProduct(recall, 0, ofState, 3 * hidden, state, before * hidden, hidden);
    for (let i = 0; i < hidden; i++) {
      const r = squash((given[i] ?? 0) + (recall[i] ?? 0));
      const z = squash((given[hidden + i] ?? 0) + (recall[hidden + i] ?? 0));
      const own = recall[2 * hidden + i] ?? 0;
      const f = Math.tanh((given[2 * hidden + i] ?? 0) + r * own);
      const old = before < 0 ? 0 : (state[before * hidden + i] ?? 0);
      const place = at * hidden + i;
      reset[place] = r;
      update[place] = z;
      fresh[place] = f;
      recalled[place] = own;
      state[place] = (1 - z) * f + z * old;
    }
    before = at;
  }
}

function findLargest({ sizes: { hidden }, length, states, largest, largestAt }: Tape): void {
  largest.fill(length ? Number.NEGATIVE_INFINITY : 0);
  largestAt.fill(0);
  for (let at = 0; at < length; at++) {
    for (let i = 0; i < 2 * hidden; i++) {
      const value = states[at * 2 * hidden + i] ?? 0;
      if (value <= (largest[i] ?? 0)) continue;
      largest[i] = value;
      largestAt[i] = at;
    }
  }
}

/** The unit as a whole, with what surrounds it. */
function readWhole({ whole, wholeBias }: NetworkWeights, tape: Tape): void {
  const { middle } = tape.sizes;
  tape.wholeInput.set(tape.largest);
  tape.wholeInput.set(tape.around, tape.largest.length);
  tape.drop?.(tape.wholeInput);
  tape.whole.set(wholeBias);
  addProduct(tape.whole, 0, whole, middle, tape.wholeInput, 0, tape.wholeInput.length);
  keepPositive(tape.whole);
  tape.drop?.(tape.whole);
}

/** What a group of claims takes from the words that it attends to, and how likely that makes it. */
function attend({ ask, tell, tellBias, wholeTell }: NetworkWeights, tape: Tape, group: number): void {
  const { sizes, length, states } = tape;
  const both = 2 * sizes.hidden;
  const attention = attentionOf(tape, group);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) {
    const value = dot(ask, group * both, states, at * both, both);
    attention[at] = value;
    if (value > most) most = value;
  }
  let sum = 0;
  for (const [at, value] of attention.entries()) {
    attention[at] = Math.exp(value - most);
    sum += attention[at] ?? 0;
  }
  const taken = tape.taken.subarray(group * both, (group + 1) * both).fill(0);
  for (const [at, value] of attention.entries()) {
    attention[at] = value / sum;
    add(taken, 0, states, at * both, both, value / sum);
  }
  tape.drop?.(taken);
  tape.groupScores[group] =
    dot(tell, group * both, taken, 0, both) +
    (tellBias[group] ?? 0) +
    dot(wholeTell, group * sizes.middle, tape.whole, 0, sizes.middle);
}

/** A group's attention to each word. */
export function attentionOf({ attention, length, room }: Tape, group: number): Float32Array {
  return attention.subarray(group * room, group * room + length);
}

/**
 * How likely a candidate is a claim, in log odds; `tape.stances` has how firmly. Judged by its anchor, its other words, the subject, the largest numbers
 * of the unit, what its group takes from it, and what surrounds it.
 */
export function readCandidate(
  weights: NetworkWeights,
  input: NetworkInput,
  candidate: NetworkCandidate,
  tape: Tape,
): number {
  const { sizes, joined, middle, firm, stances } = tape;
  const both = 2 * sizes.hidden;
  const { group } = candidate;
  joined.fill(0);
  for (const [place, spans] of [candidate.anchor, candidate.others, input.subject].entries())
    addMean(tape, spans, place * both);
  joined.set(tape.largest, 3 * both);
  if (group >= 0) joined.set(tape.taken.subarray(group * both, (group + 1) * both), 4 * both);
  joined.set(tape.around, 5 * both);
  tape.drop?.(joined);
  readLayer(tape, candidate, claimLayer(weights), middle);
  readLayer(tape, candidate, stanceLayer(weights), firm);
  stances.set(weights.stanceBias);
  addProduct(stances, 0, weights.stance, 2, firm, 0, sizes.middle);
  const ofGroup =
    group < 0
      ? 0
      : dot(weights.answerGroup, group * sizes.middle, middle, 0, sizes.middle) +
        (weights.carry[0] ?? 0) * (tape.groupScores[group] ?? 0);
  return (weights.answerBias[0] ?? 0) + dot(weights.answer, 0, middle, 0, sizes.middle) + ofGroup;
}

/** The weights between what is joined for a candidate and what is told of it. */
export interface Layer {
  readonly join: Float32Array;
  readonly bias: Float32Array;
  readonly ofGroup: Float32Array;
  readonly ofTrait: Float32Array;
}

/** For "is it a claim?". */
export function claimLayer({ join, joinBias, joinGroup, joinTrait }: NetworkWeights): Layer {
  return { join, bias: joinBias, ofGroup: joinGroup, ofTrait: joinTrait };
}

/** For "how firmly?": it looks for other words, and learned little while the two shared a layer. */
export function stanceLayer({ firm, firmBias, firmGroup, firmTrait }: NetworkWeights): Layer {
  return { join: firm, bias: firmBias, ofGroup: firmGroup, ofTrait: firmTrait };
}

function readLayer(
  { sizes: { middle }, joined, drop }: Tape,
  { group, traits }: NetworkCandidate,
  { join, bias, ofGroup, ofTrait }: Layer,
  out: Float32Array,
): void {
  out.set(bias);
  addProduct(out, 0, join, middle, joined, 0, joined.length);
  if (group >= 0) add(out, 0, ofGroup, group * middle, middle);
  for (const row of traits) add(out, 0, ofTrait, row * middle, middle);
  keepPositive(out);
  drop?.(out);
}

/** How many words some stretches hold. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}

function addMean({ sizes, states, joined }: Tape, spans: readonly Span[], place: number): void {
  const both = 2 * sizes.hidden;
  const words = lengthOf(spans);
  for (const [from, to] of spans)
    for (let at = from; at < to; at++) add(joined, place, states, at * both, both, 1 / words);
}

function keepPositive(values: Float32Array): void {
  for (const [i, value] of values.entries()) if (value < 0) values[i] = 0;
}
