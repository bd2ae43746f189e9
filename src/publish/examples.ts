/** Annotated documents -> training examples for the judge: each claim that a unit may be making, and whether it does. */
import type { Stance } from '../database/schema.ts';
import type { Candidate } from '../matching/candidate.ts';
import { proposeClaims } from '../matching/candidates.ts';
import { claimFeatures } from '../matching/claim-features.ts';
import type { ClaimIndex } from '../matching/claim-index.ts';
import type { ConceptFinder } from '../matching/concepts.ts';
import { readUnits } from '../matching/context.ts';
import type { ReadUnit } from '../matching/read-unit.ts';
import { stanceFeatures } from '../matching/stance-features.ts';
import { finish } from '../matching/steps.ts';
import type { GoldDocument, GoldUnit } from './corpus.ts';

/** One candidate, with the annotators' answer. */
export interface Example {
  readonly document: string;
  readonly read: ReadUnit;
  readonly candidate: Candidate;
  /** four bytes each: there are tens of millions */
  readonly features: Uint32Array;
  readonly isClaim: boolean;
  /** annotators differ: neither trained on nor scored */
  readonly isOptional: boolean;
  readonly stances: readonly Stance[];
  readonly stanceFeatures: Uint32Array;
}

/** All examples of some documents, and how many gold claims were not even proposed. */
export function examplesOf(
  documents: readonly GoldDocument[],
  find: ConceptFinder,
  index: ClaimIndex,
): { readonly examples: Example[]; readonly lost: number } {
  const examples: Example[] = [];
  let lost = 0;
  for (const document of documents) {
    const page = finish(readUnits(document.page, find));
    for (const read of page.isOnLdn ? page.units : []) {
      const gold = goldOf(read, document.units);
      const candidates = proposeClaims(read, index);
      for (const candidate of candidates) {
        const answer = gold.get(candidate.claim.id);
        examples.push({
          document: document.name,
          read,
          candidate,
          features: Uint32Array.from(claimFeatures(read, candidate, candidates)),
          isClaim: answer !== undefined,
          isOptional: answer?.isOptional ?? false,
          stances: answer?.stances ?? [],
          stanceFeatures: Uint32Array.from(answer ? stanceFeatures(read, candidate) : []),
        });
        gold.delete(candidate.claim.id);
      }
      for (const { isOptional } of gold.values()) if (!isOptional) lost++;
    }
  }
  return { examples, lost };
}

/** The claims that annotators found in the gold unit that a unit lies in, for the most part. */
export function goldOf(read: ReadUnit, units: readonly GoldUnit[]): Map<string, GoldUnit['claims'][number]> {
  const start = read.unit.block.start + read.unit.start;
  const end = read.unit.block.start + read.unit.end;
  const found = new Map<string, GoldUnit['claims'][number]>();
  for (const unit of units) {
    const overlap = Math.min(unit.end, end) - Math.max(unit.start, start);
    if (overlap * 2 < Math.min(unit.end - unit.start, end - start)) continue;
    for (const claim of unit.claims) found.set(claim.id, claim);
  }
  return found;
}
