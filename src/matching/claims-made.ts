/** Which of a unit's candidates are claims that it makes, by their scores and the unit's own. */
import type { Candidate } from './candidate.ts';
import type { ReadUnit } from './read-unit.ts';

/** A candidate, and how likely it is a claim: log odds. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * A unit that seems to make no claim must name one the more clearly: by `doubt` for each point that its score lies below `telling`, up to
 * `mostDoubt`. One that surely makes some (`surelyTelling`) may fall short by `allowance` with its likeliest. Tuned on documents that the
 * models had not learned from.
 */
const telling = 0.5;
const doubt = 1.2;
const mostDoubt = 1.5;
const surelyTelling = 2;
const allowance = 2;

/** The candidates that pass; `unitScore`: log odds that the unit makes any claim, `threshold`: what a claim needs where that is plain. */
export function claimsMade<T extends ScoredCandidate>(
  read: ReadUnit,
  scored: readonly T[],
  { unitScore, threshold }: { readonly unitScore: number; readonly threshold: number },
): readonly T[] {
  const needed = threshold + Math.min(mostDoubt, doubt * Math.max(0, telling - unitScore));
  const passed = scored.filter(
    ({ candidate, score }) => score > (isNamedSafety(read, candidate) ? threshold : needed),
  );
  const [first, ...others] = scored;
  if (!passed.length && first && unitScore > surelyTelling) {
    const likeliest = others.reduce((best, one) => (one.score > best.score ? one : best), first);
    if (likeliest.score > needed - allowance) passed.push(likeliest);
  }
  return ofStudiedIllness(passed);
}

/** Harm or safety, said of LDN by name: not doubted for the rest of the sentence, as a missed harm weighs more than a mark too many. */
function isNamedSafety({ subject }: ReadUnit, { claim }: Candidate): boolean {
  return claim.kind === 'safety' && subject.kind === 'named';
}

/** A study on one illness tells nothing of the other that the page is on. */
function ofStudiedIllness<T extends ScoredCandidate>(scored: readonly T[]): readonly T[] {
  const studied = new Set(
    scored
      .filter(({ candidate: { claim } }) => claim.kind === 'research' && claim.condition !== 'any')
      .map(({ candidate: { claim } }) => claim.condition),
  );
  const isStudied = ({ condition }: Candidate) => condition !== undefined && studied.has(condition.id);
  if (!scored.some(({ candidate }) => isStudied(candidate))) return scored;
  return scored.filter(
    ({ candidate: one }) =>
      one.claim.wordings || !one.condition || one.condition.from === 'sentence' || isStudied(one),
  );
}
