/** The network's weights survive being packed, and nothing on a page makes it fail. */
import { expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/find-mentions.ts';
import { emptyWeights, type NetworkWeights } from '../../src/matching/network/parts.ts';
import { packNetwork, unpackNetwork } from '../../src/matching/network/weights.ts';
import { database, matcher } from './bundled.ts';
import { pageOf } from './page-of.ts';

const vocabulary = { words: [5, 900, 901, 1_048_575], concepts: ['pain', 'reduce'], groups: ['pain'] };
const sizes = { words: 5, concepts: 3, groups: 1, vector: 4, hidden: 4, middle: 4 };

/** Weights of few values: each is a level. */
function coarseWeights(): NetworkWeights {
  const weights = emptyWeights(sizes);
  for (const part of Object.values(weights)) for (let i = 0; i < part.length; i++) part[i] = (i * 7) % 4;
  return weights;
}

test('what it knows by name, and weights of few values, come back as they were', () => {
  const unpacked = unpackNetwork(packNetwork(vocabulary, sizes, coarseWeights()));
  expect(unpacked.vocabulary).toEqual(vocabulary);
  expect(unpacked.sizes).toEqual(sizes);
  expect(unpacked.weights).toEqual(coarseWeights());
});

test('other weights come back as values near to them', () => {
  const weights = coarseWeights();
  for (const part of Object.values(weights)) for (let i = 0; i < part.length; i++) part[i] = Math.sin(i);
  const { weights: unpacked } = unpackNetwork(packNetwork(vocabulary, sizes, weights));
  for (const [i, value] of weights.context.entries()) expect(unpacked.context[i]).toBeCloseTo(value, 0.5);
});

test('weights that are cut short are zero from there on', () => {
  const data = packNetwork(vocabulary, sizes, coarseWeights());
  const cut = { ...data.parts.join, weights: data.parts.join.weights.slice(0, 10) };
  const { weights } = unpackNetwork({ ...data, parts: { ...data.parts, join: cut } });
  expect(weights.join[0]).toBe(coarseWeights().join[0]);
  expect(weights.join.at(-1)).toBe(0);
});

test('the bundled network was taught on a database much like this one (if not: npm run network:train)', () => {
  const { concepts, groups } = database.judge.network;
  const isKnown = new Set(database.concepts.map(({ id }) => id));
  const topics = database.claims.filter(({ wordings }) => wordings).map(({ id }) => id);
  expect(shareOf(concepts, (id) => isKnown.has(id))).toBeGreaterThan(0.9);
  expect(shareOf(topics, (id) => groups.includes(id))).toBeGreaterThan(0.9);
});

test('a claim that the network has not learned is left to the linear scores', () => {
  const unlearned = { ...database.judge, network: { ...database.judge.network, groups: [] } };
  const { mentions } = createMatcher({ ...database, judge: unlearned }).read(
    page('Low-dose naltrexone reduces fibromyalgia pain.'),
  );
  expect(mentions.flatMap(({ claims }) => claims.map(({ id }) => id))).toContain('fm.pain');
});

test('a sentence that is longer than it reads is still judged', () => {
  const { mentions } = matcher.read(
    page(`Low-dose naltrexone reduces fibromyalgia pain ${'and so on '.repeat(60)}.`),
  );
  expect(mentions).not.toEqual([]);
});

function page(text: string) {
  return pageOf('LDN and fibromyalgia', [{ text }]);
}

function shareOf(ids: readonly string[], is: (id: string) => boolean): number {
  return ids.filter(is).length / ids.length;
}
