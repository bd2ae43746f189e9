/** Small complete entries to build test cases from. */
import type { Claim, Database, Finding, Study } from '../../src/database/schema.ts';
import { emptyWeights } from '../../src/matching/network/parts.ts';
import { packNetwork } from '../../src/matching/network/weights.ts';
import type { ClaimMade } from '../../src/matching/page-text.ts';

export function study(id: string, more: Partial<Study> = {}): Study {
  return { id, citation: `${id} 2020`, design: 'randomised trial', findings: [], limits: [], ...more };
}

export function finding(outcome: string, more: Partial<Finding> = {}): Finding {
  return { outcome, result: 'Less pain.', direction: 'benefit', claims: ['fm.pain'], ...more };
}

export function claim(more: Partial<Claim> = {}): Claim {
  return {
    id: 'fm.pain',
    kind: 'efficacy',
    condition: 'fibromyalgia',
    outcome: 'pain',
    statement: 'LDN reduces pain in people with fibromyalgia.',
    rating: 'mixed',
    certainty: 'low',
    answer: 'LDN may ease the pain a little or not at all.',
    summary: 'Trials disagree.',
    known: [],
    unknown: [],
    figures: [],
    studied: 'Mostly women.',
    caveats: [],
    overstatements: [],
    studies: [],
    reviewed: '2026-11-22',
    history: [{ date: '2026-11-22', from: null, to: 'mixed', why: 'First edition.' }],
    ...more,
  };
}

/** The matcher's; nothing here reads them. */
const weights = { bits: 4, levels: [], gapBits: 0, weights: '' };
const none = { words: 1, concepts: 1, groups: 0, vector: 1, hidden: 1, middle: 1 };
const network = packNetwork({ words: [], concepts: [], groups: [] }, none, emptyWeights(none));

export function database(claims: readonly Claim[], studies: readonly Study[]): Database {
  return {
    schema: 1,
    version: 7,
    date: '2026-11-22',
    searchedTo: '2026-11-20',
    claims: [...claims],
    studies: [...studies],
    concepts: [{ id: 'fibromyalgia', role: 'condition', name: 'fibromyalgia', terms: ['fibromyalgia'] }],
    judge: {
      threshold: 0,
      units: weights,
      claims: weights,
      stances: { hedges: weights, denies: weights },
      network,
    },
  };
}

export function made(more: Partial<ClaimMade> = {}): ClaimMade {
  return { id: 'fm.pain', stance: 'asserts', verdict: 'overstated', reasons: [], ...more };
}
