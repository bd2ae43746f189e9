/** Which candidates are claims, and how firmly they are put: linear scores over their features, with weights from the database. */
import type { Database, Stance } from '../database/schema.ts';
import type { Candidate } from './candidates.ts';
import { claimFeatures, stanceFeatures } from './features.ts';
import { createScore, type Score } from './linear.ts';
import type { ReadUnit } from './read-unit.ts';

/** A candidate that was judged to be a claim. */
export interface JudgedClaim {
  readonly candidate: Candidate;
  readonly stance: Stance;
}

/** Judges all candidates of a unit. */
export type JudgeClaims = (read: ReadUnit, candidates: readonly Candidate[]) => JudgedClaim[];

/** Unpacks the database's weights. */
export function createJudge({ claims, stances, threshold }: Database['judge']): JudgeClaims {
  const score = createScore(claims);
  const scores: readonly (readonly [Stance, Score])[] = [
    ['asserts', createScore(stances.asserts)],
    ['hedges', createScore(stances.hedges)],
    ['denies', createScore(stances.denies)],
  ];
  return (read, candidates) =>
    candidates
      .filter((candidate) => score(claimFeatures(read, candidate, candidates)) > threshold)
      .map((candidate) => ({ candidate, stance: likeliest(scores, stanceFeatures(read, candidate)) }));
}

function likeliest(scores: readonly (readonly [Stance, Score])[], features: readonly number[]): Stance {
  let best: Stance = 'asserts';
  let most = Number.NEGATIVE_INFINITY;
  for (const [stance, score] of scores) {
    const sum = score(features);
    if (sum > most) [best, most] = [stance, sum];
  }
  return best;
}
