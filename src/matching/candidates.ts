/**
 * Which claims a unit may be making, by the concepts in it: frames over subject, relation, outcome and condition. A candidate says which
 * words fill its slots; whether it is a claim indeed is judged afterwards.
 */
import type { Claim, Concept } from '../database/schema.ts';
import type { Hit } from './concepts.ts';
import type { Reason } from './page-text.ts';
import type { ConditionSet, ReadUnit } from './read-unit.ts';

/** A claim that a unit may be making. */
export interface Candidate {
  readonly claim: Claim;
  /** what the judge learns together: the outcome for claims of benefit, else the claim */
  readonly group: string;
  /** where the words that propose it stand: in the unit, or in what it answers or continues */
  readonly from: 'unit' | 'question' | 'previous' | 'lead-in';
  /** those words: outcome, condition or topic; none where they stand elsewhere */
  readonly anchors: readonly Hit[];
  /** the anchor that hangs together best with the other slots */
  readonly anchor: Hit | undefined;
  /** the words that fill the other slots, in the unit */
  readonly others: readonly Hit[];
  /** all slots are filled, by the unit or by what it inherits */
  readonly isComplete: boolean;
  /** the condition, and where it came from */
  readonly condition?: { readonly id: string; readonly text: string; readonly from: Reason['from'] };
}

type Draft = Omit<Candidate, 'anchor' | 'from'>;

/** The claims, arranged for proposing. */
export interface ClaimIndex {
  readonly byCondition: ReadonlyMap<string, ReadonlyMap<string, Claim>>;
  readonly byConcept: ReadonlyMap<string, readonly { readonly claim: Claim; readonly wording: Wording }[]>;
  readonly baseOf: (concept: Concept) => string;
}

type Wording = readonly (readonly string[])[];

/** The outcome that stands for benefit as a whole. */
const overall = 'symptoms';
/** Relations that may claim benefit with no outcome named. */
const benefit = new Set(['relieve', 'use', 'promise', 'raise', 'reduce', 'worsen', 'better-than']);
/** Conditions whose words often mean something else in passing: the context's condition stays in play beside them. */
const passing = new Set([
  'chronic-pain',
  'obesity',
  'skin',
  'psychiatric',
  'no-id-condition',
  'neurological',
  'autoimmune',
  'cancer',
  'rheumatic',
  'thyroid',
  'gut',
  'reproductive',
]);

/** Words that a label before a colon may have, that an answer may have to be short, and the gap at which slots no longer hang together. */
const longestLabel = 9;
const shortAnswer = 8;
const unrelated = 30;

/** Arranges the database's claims for `proposeClaims`. */
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
  return { byCondition, byConcept, baseOf };
}

/** All claims that the unit may be making, each once: its own words propose them, or those of what it answers or continues. */
export function proposeClaims(read: ReadUnit, index: ClaimIndex): Candidate[] {
  if (read.isOffTopic || isQuestion(read) || isMereHeading(read)) return [];
  const own = proposeOwn(read, index);
  if (isOfRival(read)) return own.filter(({ claim }) => claim.kind === 'safety');
  const ids = new Set(own.map(({ claim }) => claim.id));
  const inherited = sourcesOf(read, own).flatMap(({ from, source }) =>
    proposeOwn(source, index)
      .filter(
        ({ claim }) => !ids.has(claim.id) && ids.add(claim.id) && (from !== 'lead-in' || claim.wordings),
      )
      .map((one): Candidate => ({ ...one, from, anchors: [], others: [], anchor: undefined })),
  );
  return [...own, ...inherited];
}

/** What else may propose a unit's claims: the question that it answers, the sentence that it goes on from, its list's lead-in. */
function sourcesOf(
  read: ReadUnit,
  own: readonly Candidate[],
): { from: Candidate['from']; source: ReadUnit }[] {
  const { unit, question, previous, leadIn, subject } = read;
  const isShort = unit.words.length <= shortAnswer;
  if (question && unit.index === 0 && isShort) return [{ from: 'question', source: question }];
  if (leadIn && (unit.block.kind === 'item' || unit.block.kind === 'row'))
    return [{ from: 'lead-in', source: leadIn }];
  const goesOn =
    !own.length && previous && subject.kind === 'pronoun' && unit.words.length <= 2 * shortAnswer;
  return goesOn ? [{ from: 'previous', source: previous }] : [];
}

/** A row whose first cell names another treatment speaks of that; what must not be taken together is said of both. */
function isOfRival(read: ReadUnit): boolean {
  return read.unit.block.kind === 'row' && read.subject.kind === 'rival';
}

/** A heading says something only where it says of what: "Better sleep" and "2. Cost" do not. */
function isMereHeading(read: ReadUnit): boolean {
  return (
    read.unit.block.kind === 'heading' && read.subject.kind !== 'named' && read.subject.kind !== 'pronoun'
  );
}

/** A question asserts nothing. */
function isQuestion(read: ReadUnit): boolean {
  return read.unit.words.at(-1)?.text === '?';
}

function proposeOwn(read: ReadUnit, index: ClaimIndex): Candidate[] {
  const found = new Map<string, Draft>();
  for (const candidate of [...proposeBenefits(read, index), ...proposeTopics(read, index)]) {
    const known = found.get(candidate.claim.id);
    found.set(candidate.claim.id, known ? merged(known, candidate) : candidate);
  }
  return [...found.values()].map((draft) => ({ ...draft, from: 'unit', anchor: bestAnchor(read, draft) }));
}

/** The anchor nearest to another slot, in the same clause if possible; a label before a colon ("Better sleep: ...") comes last. */
function bestAnchor(read: ReadUnit, draft: Draft): Hit | undefined {
  const colon = read.unit.words.findIndex((word, i) => i < longestLabel && word.text === ':');
  let best: Hit | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const anchor of draft.anchors) {
    let cost = anchor.from < colon ? 2 * unrelated : 0;
    let nearest = unrelated;
    for (const other of draft.others) {
      const gap = other.from < anchor.from ? anchor.from - other.to : other.from - anchor.to + 1;
      const apart = read.clauses[other.from] === read.clauses[anchor.from] ? 0 : unrelated / 2;
      nearest = Math.min(nearest, gap + apart);
    }
    cost += nearest;
    if (cost < least) [best, least] = [anchor, cost];
  }
  return best;
}

function merged(a: Draft, b: Draft): Draft {
  return {
    ...a,
    anchors: [...new Set([...a.anchors, ...b.anchors])].sort((x, y) => x.from - y.from),
    others: [...new Set([...a.others, ...b.others])],
    isComplete: a.isComplete || b.isComplete,
  };
}

function proposeBenefits(read: ReadUnit, index: ClaimIndex): Draft[] {
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
  for (const { from, conditions } of conditionSets(read)) {
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
function conditionSets(read: ReadUnit): ConditionSet[] {
  const isFirm = ({ from, conditions }: ConditionSet) =>
    from !== 'previous sentence' || [...conditions.keys()].some((id) => !passing.has(id));
  const [nearest, ...further] = read.conditions.filter(isFirm);
  if (!nearest) return [];
  const isPassing =
    nearest.from === 'previous sentence' ||
    nearest.from === 'heading' ||
    [...nearest.conditions.keys()].every((id) => passing.has(id));
  const next = further.find((set) => set.from !== 'previous sentence');
  return isPassing && next ? [nearest, next] : [nearest];
}

function proposeTopics(read: ReadUnit, index: ClaimIndex): Draft[] {
  const candidates: Draft[] = [];
  const present = (hits: readonly Hit[], slot: readonly string[]) =>
    hits.filter(({ concept }) => slot.includes(concept.id));
  const around = [...(read.leadIn?.hits ?? []), ...read.cells.flatMap(({ headerHits }) => headerHits)];
  const seen = new Set<Wording>();
  for (const hit of read.hits) {
    for (const { claim, wording } of index.byConcept.get(hit.concept.id) ?? []) {
      if (seen.has(wording)) continue;
      seen.add(wording);
      const [first = [], ...rest] = wording;
      const anchors = present(read.hits, first);
      const others = rest.flatMap((slot) => present(read.hits, slot));
      const isComplete = rest.every(
        (slot) => present(read.hits, slot).length || present(around, slot).length,
      );
      candidates.push({ claim, group: claim.id, anchors, others, isComplete });
    }
  }
  return candidates;
}
