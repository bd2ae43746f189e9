/** The steps that the way back is made of. */
import type { NetworkCandidate } from '../../matching/network/input.ts';
import type { Layer } from '../../matching/network/reading.ts';
import { add } from '../../matching/network/vectors.ts';

/** Back through a row of weights with some input: the slope of the row, and of the input. */
export function linearBack(
  ofTable: Float32Array,
  table: Float32Array,
  at: number,
  slope: number,
  input: Float32Array,
  ofInput: Float32Array,
): void {
  if (!slope) return;
  add(ofTable, at, input, 0, input.length, slope);
  add(ofInput, 0, table, at, input.length, slope);
}

/** Back through a layer between what is joined for a candidate and what is told of it: from slopes of what comes out. */
export function layerBack(
  { group, traits }: NetworkCandidate,
  [own, layer]: readonly [Layer, Layer],
  slopes: Float32Array,
  joined: Float32Array,
  ofJoined: Float32Array,
): void {
  const { length } = slopes;
  add(own.bias, 0, slopes, 0, length);
  if (group >= 0) add(own.ofGroup, group * length, slopes, 0, length);
  for (const row of traits) add(own.ofTrait, row * length, slopes, 0, length);
  for (const [row, slope] of slopes.entries())
    linearBack(own.join, layer.join, row * joined.length, slope, joined, ofJoined);
}

/** Back through a whole table: four rows at a time, which takes a third of the time of one by one. */
export function productBack(
  [ofTable, table]: readonly [Float32Array, Float32Array],
  ofOutput: Float32Array,
  input: Float32Array,
  inputAt: number,
  ofInput: Float32Array,
  ofInputAt: number,
  length: number,
): void {
  let row = 0;
  for (; row + 3 < ofOutput.length; row += 4) {
    const [a, b] = [ofOutput[row] ?? 0, ofOutput[row + 1] ?? 0];
    const [c, d] = [ofOutput[row + 2] ?? 0, ofOutput[row + 3] ?? 0];
    const first = row * length;
    const [second, third, fourth] = [first + length, first + 2 * length, first + 3 * length];
    for (let i = 0; i < length; i++) {
      const given = input[inputAt + i] ?? 0;
      const sum = a * (table[first + i] ?? 0) + b * (table[second + i] ?? 0);
      ofTable[first + i] = (ofTable[first + i] ?? 0) + a * given;
      ofTable[second + i] = (ofTable[second + i] ?? 0) + b * given;
      ofTable[third + i] = (ofTable[third + i] ?? 0) + c * given;
      ofTable[fourth + i] = (ofTable[fourth + i] ?? 0) + d * given;
      ofInput[ofInputAt + i] =
        (ofInput[ofInputAt + i] ?? 0) + sum + c * (table[third + i] ?? 0) + d * (table[fourth + i] ?? 0);
    }
  }
  for (; row < ofOutput.length; row++) {
    add(ofTable, row * length, input, inputAt, length, ofOutput[row]);
    add(ofInput, ofInputAt, table, row * length, length, ofOutput[row]);
  }
}

/** Stops slopes where a number is zero: it was dropped, or was not positive; the others were scaled up. */
export function pass(
  slopes: Float32Array,
  values: Float32Array,
  scale: number,
  length = slopes.length,
): void {
  for (let i = 0; i < length; i++) slopes[i] = values[i] ? (slopes[i] ?? 0) * scale : 0;
}

/** Adds to one number. */
export function bump(values: Float32Array, at: number, by: number): void {
  values[at] = (values[at] ?? 0) + by;
}
