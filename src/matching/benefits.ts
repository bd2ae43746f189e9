/** Which claims of benefit a unit may be making: an outcome, a condition, and a relation between them and LDN. */
import type { Claim } from '../database/schema.ts';
import type { Candidate, Draft } from './candidate.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Hit } from './concepts.ts';
import type { ConditionSet, ReadUnit } from './read-unit.ts';

/** The outcome that stands for benefit as a whole. */
const overall = 'symptoms';
/** Relations that may claim benefit with no outcome named. */
const benefit = new Set(['relieve', 'use', 'promise', 'raise', 'reduce', 'worsen', 'better-than']);

/** Claims of benefit: an outcome, or benefit as a whole, under each condition that the unit is about. */
export function proposeBenefits(read: ReadUnit, index: ClaimIndex): Draft[] {
  const relations = read.hits.filter(({ concept }) => benefit.has(concept.id) || concept.id === 'change');
  const outcomes = new Map<string, Hit[]>();
  for (const hit of read.hits) {
    if (hit.concept.role !== 'outcome') continue;
    const base = index.baseOf(hit.concept);
    outcomes.set(base, [...(outcomes.get(base) ?? []), hit]);
  }
  const candidates: Draft[] = [];
  const propose = (
    claim: Claim,
    group: string,
    anchors: readonly Hit[],
    condition: Candidate['condition'],
  ) => {
    if (!anchors.length) return;
    const isComplete =
      relations.length > 0 ||
      hasRelation(read.leadIn) ||
      read.cells.some(({ headerHits }) => headerHits.some(isBenefit));
    candidates.push({
      claim,
      group,
      anchors,
      others: relations,
      isComplete,
      ...(condition && { condition }),
    });
  };
  for (const { from, conditions } of conditionSets(read, index)) {
    for (const [id, text] of conditions) {
      const claims = index.byCondition.get(id);
      if (!claims) continue;
      const condition = { id, text, from };
      const own = read.hits.filter(({ concept }) => concept.id === id);
      const whole = [...(outcomes.get(overall) ?? []), ...own];
      if (claims.size === 1) {
        for (const claim of claims.values()) {
          const anchors = [...[...outcomes.values()].flat(), ...own].sort((a, b) => a.from - b.from);
          propose(claim, id, anchors.length ? anchors : relations, condition);
        }
        continue;
      }
      for (const [outcome, claim] of claims) {
        if (outcome === overall) propose(claim, overall, whole.length ? whole : relations, condition);
        else propose(claim, outcome, outcomes.get(outcome) ?? [], condition);
      }
    }
  }
  const isSet = read.conditions.some((set) => set.conditions.size > 0);
  const pain = outcomes.get('pain') ?? [];
  if (!isSet) {
    const general = index.byCondition.get('chronic-pain')?.get('pain');
    const others = [...outcomes].filter(([outcome]) => outcome !== 'pain').flatMap(([, hits]) => hits);
    const symptoms = index.byCondition.get('any')?.get(overall);
    if (general) propose(general, 'chronic-pain', pain, undefined);
    if (symptoms) propose(symptoms, 'general', others, undefined);
  }
  const lowMood = read.hits.filter(({ concept }) => concept.id === 'low-mood');
  const psychiatric = [...(index.byCondition.get('psychiatric')?.values() ?? [])][0];
  if (psychiatric && lowMood.length) propose(psychiatric, 'psychiatric', lowMood, undefined);
  return candidates;
}

const isBenefit = (hit: Hit) => benefit.has(hit.concept.id);

function hasRelation(read: ReadUnit | undefined): boolean {
  return read?.hits.some(isBenefit) ?? false;
}

/** The nearest source of a condition; two where the nearest may be in passing. */
function conditionSets(read: ReadUnit, index: ClaimIndex): ConditionSet[] {
  const isPassingOnly = ({ conditions }: ConditionSet) =>
    [...conditions.keys()].every((id) => index.passing.has(id));
  const [nearest, ...further] = read.conditions.filter(
    (set) => set.from !== 'previous sentence' || !isPassingOnly(set),
  );
  if (!nearest) return [];
  const isPassing =
    nearest.from === 'previous sentence' || nearest.from === 'heading' || isPassingOnly(nearest);
  const next = further.find((set) => set.from !== 'previous sentence');
  return isPassing && next ? [nearest, next] : [nearest];
}
