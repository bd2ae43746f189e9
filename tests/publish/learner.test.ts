/** The learner finds what decides, keeps few weights, and learns the same each time. */
import { expect, test } from 'vitest';
import { type Lesson, learnChoice, learnYes, type Training } from '../../src/publish/learner.ts';

const training: Training = {
  bits: 8,
  rounds: 6,
  lastRounds: 4,
  rate: 0.1,
  decay: 1e-3,
  rarest: 2,
  dropout: 0.2,
  most: 4,
};

/** Feature 1 says yes, feature 2 says no; ten others say nothing. */
const lessons: readonly Lesson[] = Array.from({ length: 400 }, (_, i) => ({
  features: Uint32Array.of(i % 2 ? 1 : 2, 10 + (i % 7), 20 + (i % 3)),
  answers: [i % 2],
}));

test('what decides gets the weight', () => {
  const weights = learnYes(lessons, training);
  expect(weights[1]).toBeGreaterThan(1);
  expect(weights[2]).toBeLessThan(-1);
  for (let place = 10; place < 23; place++) expect(Math.abs(weights[place] ?? 0)).toBeLessThan(0.5);
});

test('no more weights are left than are to be kept', () => {
  expect([...learnYes(lessons, training)].filter(Boolean).length).toBeLessThanOrEqual(training.most);
});

test('a feature seen too rarely teaches nothing', () => {
  const weights = learnYes([...lessons, { features: Uint32Array.of(99), answers: [1] }], training);
  expect(weights[99]).toBe(0);
});

test('the same lessons give the same weights', () => {
  expect(learnYes(lessons, training)).toEqual(learnYes(lessons, training));
});

test('of three answers the others are measured against the first', () => {
  const three = Array.from({ length: 600 }, (_, i) => ({
    features: Uint32Array.of(1 + (i % 3)),
    answers: [i % 3 === 1 ? 1 : 0, i % 3 === 2 ? 1 : 0],
  }));
  const [second, third] = learnChoice(three, training, 3);
  expect(second?.[2]).toBeGreaterThan(1);
  expect(third?.[3]).toBeGreaterThan(1);
  expect(second?.[1]).toBeLessThan(0);
  expect(third?.[1]).toBeLessThan(0);
});

test('each table keeps its own weights: what tells of one answer takes no room from the other', () => {
  // 1 and 2 tell the second answer from the first, 3 and 4 the third; 5 to 8 say nothing
  const three = Array.from({ length: 1200 }, (_, i) => ({
    features: Uint32Array.of(1 + (i % 4), 5 + (Math.floor(i / 4) % 4)),
    answers: [i % 4 < 2 ? 0.9 : 0, i % 4 < 2 ? 0 : 0.9],
  }));
  const tables = learnChoice(three, { ...training, most: 2 }, 3);
  const kept = tables.map((table) =>
    [...table.entries()].flatMap(([place, weight]) => (weight ? [place] : [])),
  );
  for (const places of kept) expect(places).toHaveLength(2);
  expect(kept[0]).not.toEqual(kept[1]);
});
