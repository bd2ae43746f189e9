/** Weights survive being packed as text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScore, hashOf, packWeights } from '../../src/matching/linear.ts';

const bits = 12;
const size = 2 ** bits;

/** So many weights that all are kept. */
const few = 400;

/** As many different weights as there are levels, at most. */
const fewWeights = fc.dictionary(fc.nat(size - 1).map(String), fc.integer({ min: -16, max: 15 }), {
  maxKeys: 200,
});

test('weights of few values come back as they were', () => {
  fc.assert(
    fc.property(fewWeights, (weights) => {
      const score = createScore(packWeights(tableOf(weights), bits, few));
      for (let place = 0; place < size; place += 1) {
        expect(score([place])).toBe(Number(Object(weights)[place] ?? 0));
      }
    }),
    { numRuns: 50 },
  );
});

test('other weights come back as the nearest level', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: size }),
      (values) => {
        const packed = packWeights(
          Float64Array.from({ length: size }, (_, i) => values[i] ?? 0),
          bits,
          size,
        );
        const score = createScore(packed);
        for (const [place, value] of values.entries()) {
          const least = Math.min(...packed.levels.map((level) => Math.abs(level - value)));
          if (value) expect(Math.abs(score([place]) - value)).toBeCloseTo(least, 2);
        }
      },
    ),
    { numRuns: 50, seed: 3 },
  );
});

test('levels lie where the weights lie', () => {
  const random = Array.from({ length: size }, (_, i) => Math.sin(i * 12.9898) * 0.5);
  const packed = packWeights(Float64Array.from(random), bits, size);
  const score = createScore(packed);
  const error = random.reduce((sum, value, place) => sum + Math.abs(score([place]) - value), 0) / size;
  expect(error).toBeLessThan(0.01);
});

test('only the largest weights are kept', () => {
  const score = createScore(packWeights(tableOf({ 1: 5, 20: -31, 300: 7, 4000: 30 }), bits, 2));
  expect([1, 20, 300, 4000].map((place) => score([place]))).toEqual([0, -31, 0, 30]);
});

test('no weight at all packs as nothing', () => {
  expect(packWeights(new Float64Array(size), bits, size).weights).toBe('');
});

test('a score adds up its features, folded into the table', () => {
  const score = createScore(packWeights(tableOf({ 1: 10, 2: -31 }), bits, few));
  expect(score([1, 2, 3])).toBeCloseTo(-21, 3);
  expect(score([1 + size, 1])).toBeCloseTo(20, 3);
  expect(score([])).toBe(0);
});

test('rubbish for weights never throws, and never leaves the table', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(2 ** 32 - 1)), (weights, features) => {
      expect(Number.isFinite(createScore({ bits: 4, levels: [1], gapBits: 2, weights })(features))).toBe(
        true,
      );
    }),
    { seed: 4 },
  );
});

test('features spread evenly over the table', () => {
  const places = new Set(Array.from({ length: size }, (_, i) => hashOf(`w=word${i}`) & (size - 1)));
  // By chance alone 1 - 1/e of the places are taken.
  expect(places.size / size).toBeGreaterThan(0.6);
  expect(hashOf('a')).not.toBe(hashOf('b'));
});

function tableOf(weights: Readonly<Record<string, number>>): Float64Array {
  const table = new Float64Array(size);
  for (const [place, value] of Object.entries(weights)) table[Number(place)] = value;
  return table;
}
