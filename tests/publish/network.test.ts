/** The network's learning: its slopes are right, it hears the order of words, and it comes out the same each time. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NetworkCandidate, NetworkInput } from '../../src/matching/network/input.ts';
import { createTape, emptyWeights, type NetworkWeights } from '../../src/matching/network/parts.ts';
import { readCandidate, readUnit } from '../../src/matching/network/reading.ts';
import { networkFile } from '../../src/publish/judge.ts';
import { learnNetwork, type NetworkTraining, networkTraining } from '../../src/publish/network/learner.ts';
import type { NetworkLesson } from '../../src/publish/network/lessons.ts';
import { candidateBack, emptySlopes, unitBack } from '../../src/publish/network/slopes.ts';
import { fillRow, rowBack } from '../../src/publish/network/word-table.ts';
import { createRandom } from '../../src/publish/random.ts';

const nothing = { words: new Int32Array(), concepts: new Int32Array() };

function unitOf(words: readonly number[], candidates: readonly NetworkCandidate[] = []): NetworkInput {
  return {
    words: Int32Array.from(words),
    concepts: Int32Array.from([0, 1, 2, 0]),
    settings: [0, 6, 12],
    around: [{ words: Int32Array.from([1, 3]), concepts: Int32Array.from([1]) }, nothing, nothing, nothing],
    subject: [[0, 1]],
    candidates,
  };
}

const sizes = { words: 8, concepts: 5, groups: 3, vector: 4, hidden: 3, middle: 5 };
const candidates: NetworkCandidate[] = [
  { group: 1, traits: [0, 7, 11], anchor: [[2, 4]], others: [[1, 2]] },
  { group: -1, traits: [2, 8], anchor: [], others: [] },
  { group: 0, traits: [2, 8], anchor: [[3, 4]], others: [] },
];

function randomWeights(): NetworkWeights {
  const random = createRandom(3);
  const weights = emptyWeights(sizes);
  for (const part of Object.values(weights))
    for (let i = 0; i < part.length; i++) part[i] = 1.2 * random() - 0.6;
  return weights;
}

/** Small, so that no largest number gives way to another. */
const step = 0.002;

const names = Object.keys(emptyWeights(sizes)) as (keyof NetworkWeights)[];

test.each(names)('the slope of each weight of "%s" is what a small change of it does', (name) => {
  const weights = randomWeights();
  const input = unitOf([1, 2, 0, 3, 4], candidates);
  const tape = createTape(sizes, 10);
  // any weighted sum of all that comes out will do for an error
  const ofCandidates: [number, number, number][] = [
    [0.7, -0.3, 0.2],
    [0.5, 0.9, -0.4],
    [-1, 0.3, 0.1],
  ];
  const ofGroups = [0.4, -0.6, 0.8];
  const error = () => {
    readUnit(weights, input, tape, [0, 1, 2]);
    let sum = 0;
    for (const [i, candidate] of candidates.entries()) {
      const outputs = [readCandidate(weights, input, candidate, tape), ...tape.stances];
      for (const [o, output] of outputs.entries()) sum += output * (ofCandidates[i]?.[o] ?? 0);
    }
    return ofGroups.reduce((all, slope, group) => all + slope * (tape.groupScores[group] ?? 0), sum);
  };

  const slopes = emptySlopes(sizes, 10, 1);
  error();
  for (const [i, candidate] of candidates.entries()) {
    readCandidate(weights, input, candidate, tape);
    candidateBack(weights, input, candidate, tape, slopes, ofCandidates[i] ?? [0, 0, 0]);
  }
  for (const [group, slope] of ofGroups.entries())
    slopes.groupScores[group] = (slopes.groupScores[group] ?? 0) + slope;
  unitBack(weights, input, tape, slopes);

  const part = weights[name];
  for (const [i, value] of part.entries()) {
    part[i] = value + step;
    const above = error();
    part[i] = value - step;
    const below = error();
    part[i] = value;
    expect(slopes.weights[name][i]).toBeCloseTo((above - below) / (2 * step), 2);
  }
});

const training: NetworkTraining = {
  vector: 8,
  hidden: 8,
  middle: 8,
  rounds: 30,
  rate: 0.01,
  dropout: 0.1,
  unknown: 0,
};
const vocabulary = {
  words: [1, 2, 3, 4, 5, 6, 7],
  isKnown: Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 1]),
  concepts: ['a', 'b', 'c'],
  groups: ['g'],
};
const asked: NetworkCandidate = { group: 0, traits: [0], anchor: [], others: [] };

/** Sentences of the same words; a claim where 1 stands before 2. */
function lessonsOf(count: number, seed: number): NetworkLesson[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const words = [1, 2, 3, 4, 5].sort(() => random() - 0.5);
    const isClaim = words.indexOf(1) < words.indexOf(2);
    return {
      input: unitOf(words, [asked]),
      isClaim: [isClaim],
      stances: [isClaim ? [1, 0, 0] : undefined],
      groups: new Set(isClaim ? [0] : []),
      doubtful: new Set<number>(),
    };
  });
}

test('it learns what only the order of words tells, for sentences that it has not seen', () => {
  const { weights } = learnNetwork(lessonsOf(600, 1), vocabulary, new Map(), training, () => {});
  const tape = createTape({ ...training, words: 8, concepts: 4, groups: 1 }, 10);
  const others = lessonsOf(200, 2);
  const right = others.filter(({ input, isClaim: [isClaim] }) => {
    readUnit(weights, input, tape, [0]);
    return readCandidate(weights, input, asked, tape) > 0 === isClaim;
  });
  expect(right.length / others.length).toBeGreaterThan(0.95);
});

test('the same lessons give the same weights', () => {
  const short = { ...training, rounds: 2 };
  const once = learnNetwork(lessonsOf(100, 1), vocabulary, new Map(), short, () => {});
  expect(learnNetwork(lessonsOf(100, 1), vocabulary, new Map(), short, () => {})).toEqual(once);
});

/** 3 and 4 mean in general English what 1 and 2 do. */
const english = new Map(
  [1, 2, 3, 4].map((place) => [place, Float32Array.from([place % 2, 1 - (place % 2)])]),
);
const alike = { words: [1, 2, 3, 4], concepts: ['a', 'b', 'c'], groups: ['g'] };

/** Sentences of one word; a claim where it is 1. */
const wordLessons = Array.from({ length: 400 }, (_, i): NetworkLesson => {
  const isClaim = i % 2 === 0;
  return {
    input: unitOf([isClaim ? 1 : 2], [asked]),
    isClaim: [isClaim],
    stances: [isClaim ? [1, 0, 0] : undefined],
    groups: new Set(isClaim ? [0] : []),
    doubtful: new Set<number>(),
  };
});

test('a word that it never saw is read like those that mean the same in general English', () => {
  const isKnown = Uint8Array.from([1, 1, 1, 1, 1]);
  const { weights } = learnNetwork(wordLessons, { ...alike, isKnown }, english, training, () => {});
  const tape = createTape({ ...training, words: 5, concepts: 4, groups: 1 }, 10);
  const scores = [3, 4].map((word) => {
    const input = unitOf([word], [asked]);
    readUnit(weights, input, tape, [0]);
    return readCandidate(weights, input, asked, tape);
  });
  expect(scores[0]).toBeGreaterThan(0);
  expect(scores[1]).toBeLessThan(0);
});

test('rare words teach it, and are left out of what readers get', () => {
  const isKnown = Uint8Array.from([1, 1, 0, 1, 0]);
  const learned = learnNetwork(wordLessons, { ...alike, isKnown }, english, training, () => {});
  expect(learned.vocabulary.words).toEqual([1, 3]);
  expect(learned.weights.word).toHaveLength(3 * training.vector);
});

test('the slopes of what the words’ rows are made of are what small changes of them do', () => {
  const random = createRandom(5);
  const randoms = (length: number) => Float32Array.from({ length }, () => 2 * random() - 1);
  const table = {
    vector: 3,
    dimensions: 4,
    english: randoms(5 * 4),
    isKnown: Uint8Array.from([1, 0, 1, 1, 0]),
  };
  const words = { own: randoms(5 * 3), turn: randoms(3 * 4) };
  const rows = [0, 1, 3];
  const share = randoms(5 * 3);
  const error = () => {
    const filled = new Float32Array(5 * 3);
    for (const row of rows) fillRow(table, words, row, filled);
    return filled.reduce((sum, value, i) => sum + value * (share[i] ?? 0), 0);
  };
  const slopes = { own: new Float32Array(5 * 3), turn: new Float32Array(3 * 4) };
  for (const row of rows) rowBack(table, share, row, slopes);
  for (const name of ['own', 'turn'] as const) {
    for (const [i, value] of words[name].entries()) {
      words[name][i] = value + step;
      const above = error();
      words[name][i] = value - step;
      const below = error();
      words[name][i] = value;
      expect(slopes[name][i]).toBeCloseTo((above - below) / (2 * step), 2);
    }
  }
});

test('the bundled network has the sizes that teaching it anew would give it', () => {
  const { vector, hidden, middle } = networkTraining;
  expect(JSON.parse(readFileSync(networkFile, 'utf8'))).toMatchObject({ vector, hidden, middle });
});
