/** Rating x stance -> verdict: what the reader sees of a mention. The table stands in the README too. */
import type { Rating, Stance } from '../database/schema.ts';

/** Worst first: the order in which a mention with several claims shows them. */
export const verdicts = ['against', 'overstated', 'unsettled', 'in-line'] as const;
export type Verdict = (typeof verdicts)[number];

const table: Record<Rating, Record<Stance, Verdict>> = {
  established: { asserts: 'in-line', hedges: 'in-line', denies: 'against' },
  supported: { asserts: 'in-line', hedges: 'in-line', denies: 'against' },
  mixed: { asserts: 'overstated', hedges: 'in-line', denies: 'overstated' },
  preliminary: { asserts: 'overstated', hedges: 'in-line', denies: 'unsettled' },
  untested: { asserts: 'overstated', hedges: 'unsettled', denies: 'unsettled' },
  contradicted: { asserts: 'against', hedges: 'overstated', denies: 'in-line' },
};

/** The verdict on a mention of a claim so rated and so put. */
export function verdictOf(rating: Rating, stance: Stance): Verdict {
  return table[rating][stance];
}

/** The worst of some verdicts; `in-line` of none. */
export function worstVerdict(some: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => some.includes(verdict)) ?? 'in-line';
}
