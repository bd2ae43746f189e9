/**
 * How the network's error changes with each of its weights (backpropagation): the way of `matching/network/reading.ts` back, step by step. Slopes
 * of weights add up until they are taken. What was dropped, or was not positive, is zero on the tape, and no slope passes it.
 */

import {
  type NetworkCandidate,
  type NetworkInput,
  type Span,
  sources,
} from '../../matching/network/input.ts';
import {
  type Direction,
  emptyWeights,
  type NetworkSizes,
  type NetworkWeights,
  type Tape,
} from '../../matching/network/parts.ts';
import { attentionOf, claimLayer, lengthOf, stanceLayer } from '../../matching/network/reading.ts';
import { add, dot } from '../../matching/network/vectors.ts';
import { bump, layerBack, linearBack, pass, productBack } from './back.ts';

/** Slopes of all weights, and of what a unit's reading computed on its way. */
export interface Slopes {
  readonly weights: NetworkWeights;
  readonly input: Float32Array;
  readonly around: Float32Array;
  readonly states: Float32Array;
  readonly largest: Float32Array;
  readonly taken: Float32Array;
  readonly whole: Float32Array;
  readonly groupScores: Float32Array;
  /** by what kept numbers were scaled up when others were dropped */
  readonly scale: number;
}

/** Zeros, for units of up to so many words. */
export function emptySlopes(sizes: NetworkSizes, words: number, scale: number): Slopes {
  const both = 2 * sizes.hidden;
  return {
    weights: emptyWeights(sizes),
    input: new Float32Array(words * sizes.vector),
    around: new Float32Array(sources * sizes.vector),
    states: new Float32Array(words * both),
    largest: new Float32Array(both),
    taken: new Float32Array(sizes.groups * both),
    whole: new Float32Array(sizes.middle),
    groupScores: new Float32Array(sizes.groups),
    scale,
  };
}

/** From the slopes of a candidate's score and stances. To be called right after it was read. */
export function candidateBack(
  weights: NetworkWeights,
  input: NetworkInput,
  candidate: NetworkCandidate,
  tape: Tape,
  slopes: Slopes,
  [ofScore, ...ofStances]: readonly [number, number, number],
): void {
  const { sizes, middle, firm, joined } = tape;
  const both = 2 * sizes.hidden;
  const { group } = candidate;
  const own = slopes.weights;
  const ofMiddle = new Float32Array(sizes.middle);
  linearBack(own.answer, weights.answer, 0, ofScore, middle, ofMiddle);
  bump(own.answerBias, 0, ofScore);
  if (group >= 0) {
    linearBack(own.answerGroup, weights.answerGroup, group * sizes.middle, ofScore, middle, ofMiddle);
    bump(own.carry, 0, ofScore * (tape.groupScores[group] ?? 0));
    bump(slopes.groupScores, group, ofScore * (weights.carry[0] ?? 0));
  }
  const ofFirm = new Float32Array(sizes.middle);
  for (const [i, slope] of ofStances.entries()) {
    linearBack(own.stance, weights.stance, i * sizes.middle, slope, firm, ofFirm);
    bump(own.stanceBias, i, slope);
  }
  const ofJoined = new Float32Array(joined.length);
  pass(ofMiddle, middle, slopes.scale);
  layerBack(candidate, [claimLayer(own), claimLayer(weights)], ofMiddle, joined, ofJoined);
  pass(ofFirm, firm, slopes.scale);
  layerBack(candidate, [stanceLayer(own), stanceLayer(weights)], ofFirm, joined, ofJoined);
  pass(ofJoined, joined, slopes.scale);
  for (const [place, spans] of [candidate.anchor, candidate.others, input.subject].entries())
    meanBack(spans, ofJoined, place * both, slopes.states, both);
  add(slopes.largest, 0, ofJoined, 3 * both, both);
  if (group >= 0) add(slopes.taken, group * both, ofJoined, 4 * both, both);
  add(slopes.around, 0, ofJoined, 5 * both, slopes.around.length);
}

/** From the slopes of the groups' scores and of what candidates took. To be called after all candidates; leaves only the weights' slopes. */
export function unitBack(weights: NetworkWeights, input: NetworkInput, tape: Tape, slopes: Slopes): void {
  const own = slopes.weights;
  for (const [group, slope] of slopes.groupScores.entries())
    if (slope) attendBack(weights, tape, slopes, group, slope);
  pass(slopes.whole, tape.whole, slopes.scale);
  add(own.wholeBias, 0, slopes.whole, 0, slopes.whole.length);
  const { wholeInput, sizes } = tape;
  const ofWholeInput = new Float32Array(wholeInput.length);
  for (const [row, slope] of slopes.whole.entries())
    linearBack(own.whole, weights.whole, row * wholeInput.length, slope, wholeInput, ofWholeInput);
  pass(ofWholeInput, wholeInput, slopes.scale);
  add(slopes.largest, 0, ofWholeInput, 0, slopes.largest.length);
  add(slopes.around, 0, ofWholeInput, slopes.largest.length, slopes.around.length);
  for (const [i, at] of tape.largestAt.entries())
    bump(slopes.states, at * 2 * sizes.hidden + i, slopes.largest[i] ?? 0);
  alongBack(tape, tape.forward, slopes, {
    ofInput: [own.forwardInput, weights.forwardInput],
    ofState: [own.forwardState, weights.forwardState],
    bias: own.forwardBias,
    step: 1,
  });
  alongBack(tape, tape.backward, slopes, {
    ofInput: [own.backwardInput, weights.backwardInput],
    ofState: [own.backwardState, weights.backwardState],
    bias: own.backwardBias,
    step: -1,
  });
  wordsBack(weights, input, tape, slopes);
  for (const one of [slopes.around, slopes.largest, slopes.taken, slopes.whole, slopes.groupScores])
    one.fill(0);
  slopes.input.fill(0, 0, tape.length * sizes.vector);
  slopes.states.fill(0, 0, tape.length * 2 * sizes.hidden);
}

function attendBack(weights: NetworkWeights, tape: Tape, slopes: Slopes, group: number, slope: number): void {
  const { sizes, length, states } = tape;
  const own = slopes.weights;
  const both = 2 * sizes.hidden;
  const taken = tape.taken.subarray(group * both, (group + 1) * both);
  const ofTaken = slopes.taken.subarray(group * both, (group + 1) * both);
  linearBack(own.tell, weights.tell, group * both, slope, taken, ofTaken);
  bump(own.tellBias, group, slope);
  linearBack(own.wholeTell, weights.wholeTell, group * sizes.middle, slope, tape.whole, slopes.whole);
  pass(ofTaken, taken, slopes.scale);
  const attention = attentionOf(tape, group);
  const ofAttention = new Float32Array(length);
  let mean = 0;
  for (const [at, share] of attention.entries()) {
    const value = dot(ofTaken, 0, states, at * both, both);
    ofAttention[at] = value;
    mean += share * value;
  }
  for (const [at, share] of attention.entries()) {
    const ofScore = share * ((ofAttention[at] ?? 0) - mean);
    add(slopes.states, at * both, ofTaken, 0, both, share);
    add(slopes.states, at * both, weights.ask, group * both, both, ofScore);
    add(own.ask, group * both, states, at * both, both, ofScore);
  }
}

/** The way back through one direction: the weights with their slopes, and how it went. */
interface Way {
  readonly ofInput: readonly [Float32Array, Float32Array];
  readonly ofState: readonly [Float32Array, Float32Array];
  readonly bias: Float32Array;
  readonly step: 1 | -1;
}

function alongBack(tape: Tape, direction: Direction, slopes: Slopes, way: Way): void {
  const { sizes, length, input } = tape;
  const { vector, hidden } = sizes;
  const { reset, update, fresh, recalled, state } = direction;
  const side = way.step === 1 ? 0 : hidden;
  const ofGiven = new Float32Array(3 * hidden);
  const ofRecall = new Float32Array(3 * hidden);
  let ofState = new Float32Array(hidden);
  for (let n = length - 1; n >= 0; n--) {
    const at = way.step === 1 ? n : length - 1 - n;
    const before = n > 0 ? at - way.step : -1;
    const ofBefore = new Float32Array(hidden);
    for (let i = 0; i < hidden; i++) {
      const place = at * hidden + i;
      const slope = (ofState[i] ?? 0) + (slopes.states[at * 2 * hidden + side + i] ?? 0);
      const [r, z, f] = [reset[place] ?? 0, update[place] ?? 0, fresh[place] ?? 0];
      const old = before < 0 ? 0 : (state[before * hidden + i] ?? 0);
      const ofFresh = slope * (1 - z) * (1 - f * f);
      const ofReset = ofFresh * (recalled[place] ?? 0) * r * (1 - r);
      const ofUpdate = slope * (old - f) * z * (1 - z);
      ofBefore[i] = slope * z;
      ofGiven[i] = ofRecall[i] = ofReset;
      ofGiven[hidden + i] = ofRecall[hidden + i] = ofUpdate;
      ofGiven[2 * hidden + i] = ofFresh;
      ofRecall[2 * hidden + i] = ofFresh * r;
    }
    add(way.bias, 0, ofGiven, 0, 3 * hidden);
    productBack(way.ofInput, ofGiven, input, at * vector, slopes.input, at * vector, vector);
    if (before >= 0) productBack(way.ofState, ofRecall, state, before * hidden, ofBefore, 0, hidden);
    ofState = ofBefore;
  }
}

function wordsBack(weights: NetworkWeights, unit: NetworkInput, tape: Tape, slopes: Slopes): void {
  const { vector } = tape.sizes;
  const own = slopes.weights;
  pass(slopes.input, tape.input, slopes.scale, unit.words.length * vector);
  const ofSetting = new Float32Array(vector);
  for (const [at, row] of unit.words.entries()) {
    add(ofSetting, 0, slopes.input, at * vector, vector);
    add(own.word, row * vector, slopes.input, at * vector, vector);
  }
  for (let i = 0; i < unit.concepts.length; i += 2)
    add(
      own.concept,
      (unit.concepts[i] ?? 0) * vector,
      slopes.input,
      (unit.concepts[i + 1] ?? 0) * vector,
      vector,
    );
  for (const row of unit.settings) add(own.setting, row * vector, ofSetting, 0, vector);
  for (const [source, { words, concepts }] of unit.around.entries()) {
    const ofSource = slopes.around.subarray(source * vector, (source + 1) * vector);
    add(ofSource, 0, ofSetting, 0, vector);
    const ofBag = new Float32Array(2 * vector);
    const [from, to] = [source * vector * 2 * vector, (source + 1) * vector * 2 * vector];
    const tables = [own.context.subarray(from, to), weights.context.subarray(from, to)] as const;
    productBack(tables, ofSource, tape.bags, 2 * source * vector, ofBag, 0, 2 * vector);
    for (const row of words) add(own.word, row * vector, ofBag, 0, vector, 1 / words.length);
    for (const row of concepts) add(own.concept, row * vector, ofBag, vector, vector, 1 / concepts.length);
  }
}

function meanBack(
  spans: readonly Span[],
  from: Float32Array,
  fromAt: number,
  states: Float32Array,
  both: number,
): void {
  const words = lengthOf(spans);
  for (const [first, end] of spans)
    for (let at = first; at < end; at++) add(states, at * both, from, fromAt, both, 1 / words);
}
