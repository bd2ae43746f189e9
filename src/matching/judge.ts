/** Which candidates are claims, and how firmly they are put: linear scores over their features, with weights from the database. */
import type { Database, Stance } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import { claimFeatures } from './claim-features.ts';
import { createScore, type Score } from './linear.ts';
import type { ReadUnit } from './read-unit.ts';
import { stanceFeatures } from './stance-features.ts';

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
    ['asserts', () => 0],
    ['hedges', createScore(stances.hedges)],
    ['denies', createScore(stances.denies)],
  ];
  return (read, candidates) =>
    candidates
      .filter((candidate) => score(claimFeatures(read, candidate, candidates)) > threshold)
      .map((candidate) => {
        const open = mayDeny(read, candidate) ? scores : scores.filter(([stance]) => stance !== 'denies');
        return { candidate, stance: likeliest(open, stanceFeatures(read, candidate)) };
      });
}

/** Words that can turn a claim of effect into its denial; without one, "cures" is never read as "does not cure". */
const denying = new Set([
  'denial',
  'some-do-not',
  'no-response',
  'main-result',
  'worsen',
  'no-trial',
  'compared',
  'better-than',
]);

function mayDeny(read: ReadUnit, { claim, from }: Candidate): boolean {
  if (claim.kind !== 'efficacy' && claim.kind !== 'mechanism') return true;
  return from !== 'unit' || read.hits.some(({ concept }) => denying.has(concept.id));
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
