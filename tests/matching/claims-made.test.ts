/** Which candidates pass, by their scores and that of their sentence. */
import { expect, test } from 'vitest';
import type { Candidate } from '../../src/matching/candidate.ts';
import { claimsMade } from '../../src/matching/claims-made.ts';
import type { ReadUnit, SubjectKind } from '../../src/matching/read-unit.ts';
import { database } from './bundled.ts';

const threshold = -0.5;

function candidate(id: string, condition?: Candidate['condition']): Candidate {
  const claim = database.claims.find((one) => one.id === id);
  if (!claim) throw new Error(`no claim ${id}`);
  const none = { from: 'unit', anchors: [], anchor: undefined, others: [], isComplete: true } as const;
  return { claim, group: id, ...none, ...(condition && { condition }) };
}

/** The ids that pass in a unit that speaks of LDN in some way, each with its score. */
function made(
  scores: Readonly<Record<string, number>>,
  {
    unitScore = 3,
    kind = 'named' as SubjectKind,
    conditions = {} as Record<string, Candidate['condition']>,
  } = {},
): string[] {
  const read = { subject: { kind } } as ReadUnit;
  const scored = Object.entries(scores).map(([id, score]) => ({
    candidate: candidate(id, conditions[id]),
    score,
  }));
  return claimsMade(read, scored, { unitScore, threshold }).map(({ candidate: { claim } }) => claim.id);
}

test('a sentence with no candidate makes no claim', () => {
  expect(made({})).toEqual([]);
});

test.each([
  ['above the threshold, in a sentence that makes claims', 0, 3, ['fm.pain']],
  ['the same, in a sentence that seems to make none', 0, -1, []],
  ['a claim that is clear by itself, in such a sentence', 2, -9, ['fm.pain']],
  ['below the threshold, in a sentence that surely makes a claim', -1, 3, ['fm.pain']],
  ['the same, in one that may', -1, 1, []],
  ['far below, in one that surely makes a claim', -4, 3, []],
])('%s', (_name, score, unitScore, expected) => {
  expect(made({ 'fm.pain': score }, { unitScore })).toEqual(expected);
});

test('only the likeliest is let through below the threshold, and only where nothing passes', () => {
  expect(made({ 'fm.pain': -1.2, 'fm.sleep': -0.8, 'fm.mood': -1 })).toEqual(['fm.sleep']);
  expect(made({ 'fm.pain': 1, 'fm.sleep': -0.8 })).toEqual(['fm.pain']);
});

test('what is said of safety is not doubted where LDN is named', () => {
  const unitScore = -2;
  expect(made({ 'safety.liver': 0 }, { unitScore })).toEqual(['safety.liver']);
  expect(made({ 'safety.liver': 0 }, { unitScore, kind: 'context' })).toEqual([]);
});

test('a study on one illness tells nothing of the other that the page is on', () => {
  const fromTitle = (id: string) => ({ id, text: id, from: 'title' }) as const;
  const scores = { 'research.fm-rct-2024': 2, 'fm.pain': 2, 'mecfs.pain': 2, 'mech.immune': 2 };
  const conditions = { 'fm.pain': fromTitle('fibromyalgia'), 'mecfs.pain': fromTitle('me-cfs') };
  expect(made(scores, { conditions })).toEqual(['research.fm-rct-2024', 'fm.pain', 'mech.immune']);
  const named = { ...conditions, 'mecfs.pain': { id: 'me-cfs', text: 'ME', from: 'sentence' } as const };
  expect(made(scores, { conditions: named })).toContain('mecfs.pain');
});
