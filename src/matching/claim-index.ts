/** The database's claims, arranged for finding those that a sentence may be making. */
import type { Claim, Concept } from '../database/schema.ts';

/** The claims, arranged for proposing. */
export interface ClaimIndex {
  readonly byCondition: ReadonlyMap<string, ReadonlyMap<string, Claim>>;
  readonly byConcept: ReadonlyMap<string, readonly { readonly claim: Claim; readonly wording: Wording }[]>;
  /** conditions whose words often mean something else in passing: the context's condition stays in play beside them */
  readonly passing: ReadonlySet<string>;
  /** the concept that a concept counts as */
  readonly baseOf: (concept: Concept) => string;
}

/** The slots of a wording, each a choice of concepts; the first one proposes the claim. */
export type Wording = readonly (readonly string[])[];

/** Arranges the database's claims by condition and by the concept that proposes them. */
export function indexClaims(claims: readonly Claim[], concepts: readonly Concept[]): ClaimIndex {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const byCondition = new Map<string, Map<string, Claim>>();
  const byConcept = new Map<string, { claim: Claim; wording: Wording }[]>();
  for (const claim of claims) {
    if (!claim.wordings) {
      const outcomes = byCondition.get(claim.condition) ?? new Map<string, Claim>();
      byCondition.set(claim.condition, outcomes.set(claim.outcome, claim));
    }
    for (const wording of claim.wordings ?? []) {
      for (const id of wording[0] ?? [])
        byConcept.set(id, [...(byConcept.get(id) ?? []), { claim, wording }]);
    }
  }
  const baseOf = (concept: Concept): string => {
    const base = concept.isA ? byId.get(concept.isA) : undefined;
    return base ? base.id : concept.id;
  };
  const passing = new Set(concepts.filter((concept) => concept.isPassing).map(({ id }) => id));
  return { byCondition, byConcept, passing, baseOf };
}
