/**
 * What the judge looks at to tell whether a candidate is a claim: its surroundings as short strings ("nearest reduce before next"). Each
 * is seen twice: for the candidate's own group, and for its kind, so that rare claims learn from common ones.
 */
import type { Concept } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import {
  hashed,
  headerWords,
  isIn,
  nearestTo,
  placedStems,
  placeOf,
  senseOf,
  stemsIn,
  stemsOf,
} from './feature-parts.ts';
import type { ReadUnit } from './read-unit.ts';

/** A place far from any word, for candidates without an anchor. */
const nowhere = -100;

/** Features for "does the unit make this claim?" */
export function claimFeatures(read: ReadUnit, candidate: Candidate, all: readonly Candidate[]): number[] {
  const both: string[] = [
    'bias',
    ...frameFeatures(read, candidate, all),
    ...contextFeatures(read, candidate),
  ];
  const own: string[] = [];
  const shared: string[] = [];
  wordFeatures(read, candidate, own, shared);
  return hashed([candidate.group, [...both, ...own]], [kindOf(candidate), [...both, ...shared]]);
}

/** Features that tell how likely the candidate's unit is to make any claim: the unit's score in steps, also by whom it speaks of. */
export function tellingFeatures(read: ReadUnit, candidate: Candidate, unitScore: number): number[] {
  const step = Math.max(-mostSteps, Math.min(mostSteps, Math.round(unitScore)));
  const both = [`telling ${step}`, `telling ${step} ${read.subject.kind}`];
  return hashed([candidate.group, both], [kindOf(candidate), both]);
}

/** Steps of a unit's score to either side of zero; beyond them it is as good as certain. */
const mostSteps = 6;

function kindOf({ claim }: Candidate): string {
  return claim.wordings ? 'topic' : 'benefit';
}

/** How subject, anchor and the other slots hang together. */
function frameFeatures(read: ReadUnit, candidate: Candidate, all: readonly Candidate[]): string[] {
  const { subject } = read;
  const { anchor } = candidate;
  const out = [`subject ${subject.kind}`, `complete ${candidate.isComplete} ${subject.kind}`];
  out.push(...openingFeatures(read));
  const groups = new Set(all.map((one) => one.group));
  out.push(`groups ${Math.min(groups.size, 4)}`);
  if (candidate.group === 'symptoms') for (const other of groups) out.push(`beside ${other}`);
  if (!anchor) return [...out, `from ${candidate.from}`, `from ${candidate.from} ${subject.kind}`];
  if (subject.hit) out.push(`subject ${subject.kind} ${placeOf(subject.hit, anchor, read)}`);
  out.push(...governorFeatures(read, anchor));
  const nearest = nearestTo(candidate.others, anchor);
  if (nearest) {
    const { id } = nearest.concept;
    const place = placeOf(nearest, anchor, read);
    out.push(
      `nearest ${id} ${place}`,
      `nearest ${place} ${subject.kind}`,
      `nearest=${stemsOf(read, nearest)}`,
    );
    if (anchor.concept.better) out.push(`nearest ${id} better ${anchor.concept.better}`);
    const low = Math.min(nearest.from, anchor.from);
    const high = Math.max(nearest.from, anchor.from);
    for (const hit of read.hits) {
      if (hit.from > low && hit.from < high && hit.concept.role === 'cue')
        out.push(`between ${senseOf(hit.concept)}`);
    }
  } else out.push('alone');
  const frame = frameOf(read, candidate, nearest, groups);
  out.push(
    `frame ${frame.join(' ')}`,
    `frame ${frame.slice(1).join(' ')}`,
    `frame ${frame.slice(0, 3).join(' ')}`,
  );
  for (const hit of candidate.anchors) out.push(`anchor=${stemsOf(read, hit)}`, `anchor ${hit.concept.id}`);
  for (const hit of read.hits)
    out.push(`${senseOf(hit.concept)} ${placeOf(hit, anchor, read)}`, `has ${senseOf(hit.concept)}`);
  return out;
}

/** What the unit opens with: the disease, a mediator or a remedy is often what it is about. */
function openingFeatures(read: ReadUnit): string[] {
  const { subject, unit } = read;
  const opening = read.hits.find(({ concept }) => concept.role !== 'cue' && concept.role !== 'relation');
  const { id = 'none', role = 'none' } = opening?.concept ?? {};
  const place = `${unit.block.kind} ${unit.index === 0}`;
  return [
    `opens ${id} ${subject.kind === 'named'}`,
    `opens ${role} ${subject.kind}`,
    `opens ${role} ${subject.kind} ${place}`,
  ];
}

/** What stands last before the anchor: "eases", or "is often linked to". */
function governorFeatures(read: ReadUnit, anchor: Hit): string[] {
  const before = read.hits.filter(({ concept, to }) => to <= anchor.from && governs(concept));
  const last = before.at(-1);
  if (!last) return ['governor none', `governor none ${read.subject.kind}`];
  const gap = anchor.from - last.to;
  const { id } = last.concept;
  const further = before.findLast(({ concept }) => concept.id !== id)?.concept.id ?? 'none';
  return [
    `governor ${id}`,
    `governor ${id} ${gap <= 2 ? 'close' : gap <= 6 ? 'near' : 'far'}`,
    `governors ${further} ${id}`,
  ];
}

function governs({ role, id }: Concept): boolean {
  return (
    role === 'relation' || role === 'subject' || role === 'rival' || id === 'background' || id === 'promise'
  );
}

/** The frame as one feature: who, does what, in which direction, how closely, said of what else. */
function frameOf(
  read: ReadUnit,
  candidate: Candidate,
  relation: Hit | undefined,
  groups: ReadonlySet<string>,
): string[] {
  const { anchor, group } = candidate;
  const { subject } = read;
  if (!anchor) return ['answer'];
  const first = Math.min(anchor.from, relation?.from ?? anchor.from);
  const who = subject.hit ? `${subject.kind} ${subject.hit.from < first ? 'before' : 'after'}` : subject.kind;
  const isTogether = relation !== undefined && read.clauses[relation.from] === read.clauses[anchor.from];
  const gap = relation ? Math.max(relation.from, anchor.from) - Math.min(relation.to, anchor.to) : 99;
  const how = relation
    ? `${relation.from < anchor.from ? 'before' : 'after'} ${isTogether ? 'together' : 'apart'} ${gap <= 6 ? 'close' : 'far'}`
    : 'none';
  const background = read.hits.some(
    ({ concept, from }) => concept.id === 'background' && from < anchor.from && anchor.from - from <= 12,
  );
  const outcomes = [...groups].filter((other) => other !== group && !other.includes('.')).length;
  return [
    who,
    relation?.concept.id ?? 'none',
    directionOf(relation, anchor),
    how,
    background ? 'background' : 'plain',
    group === 'symptoms' ? `others ${Math.min(outcomes, 1)}` : '',
  ];
}

/** Whether the relation moves the outcome the good way: less pain, more sleep. */
function directionOf(relation: Hit | undefined, anchor: Hit): string {
  const good = anchor.concept.better;
  const id = relation?.concept.id;
  if (!good || (id !== 'reduce' && id !== 'raise' && id !== 'worsen')) return 'any way';
  return (id === 'reduce') === (good === 'less') && id !== 'worsen' ? 'good way' : 'bad way';
}

/** What the unit inherits, and what sort of block it stands in. */
function contextFeatures(read: ReadUnit, candidate: Candidate): string[] {
  const { block, words, index } = read.unit;
  const from = candidate.condition?.from ?? 'nowhere';
  const own = read.conditions[0]?.from === 'sentence' ? read.conditions[0].conditions.size : 0;
  const out = [
    `block ${block.kind}${block.kind === 'heading' ? block.level : ''}`,
    `ends ${words.at(-1)?.isMark ? words.at(-1)?.text : 'word'}`,
    `length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`,
    `condition ${from}`,
    `condition ${from} ${read.subject.kind}`,
    `own conditions ${Math.min(own, 3)}`,
    `previous ${read.previous?.subject.kind ?? 'none'}`,
    `first ${index === 0}`,
    `question ${read.question !== undefined}`,
    `off topic ${read.isOffTopic}`,
    `off topic ${read.isOffTopic} ${from}`,
  ];
  const anchorId = candidate.anchor?.concept.id;
  for (const hit of read.heading?.hits ?? []) {
    out.push(`heading ${senseOf(hit.concept)}`);
    if (hit.concept.id === anchorId) out.push('heading has anchor');
  }
  for (const hit of read.leadIn?.hits ?? []) out.push(`lead-in ${senseOf(hit.concept)}`);
  if (read.leadIn) {
    out.push(`lead-in ${read.leadIn.subject.kind}`, `lead-in ${read.leadIn.subject.kind} ${anchorId ?? ''}`);
    for (const stem of stemsIn(read.leadIn.unit.words)) out.push(`lead-in=${stem}`);
  }
  for (const stem of stemsIn(read.heading?.unit.words ?? [])) out.push(`heading=${stem}`);
  for (const word of headerWords(read, candidate)) out.push(`header=${word}`);
  if (block.kind === 'row') out.push(`cell ${read.cells.findIndex((cell) => isIn(cell, candidate.anchor))}`);
  return out;
}

/** The words themselves: all for the candidate's group, those around the anchor and the first for its kind. */
function wordFeatures(read: ReadUnit, candidate: Candidate, own: string[], shared: string[]): void {
  const stems = placedStems(read.unit.words);
  const anchorAt = candidate.anchor?.from ?? nowhere;
  for (const [i, { stem, at }] of stems.entries()) {
    own.push(`w=${stem}`);
    const next = stems[i + 1];
    if (next) own.push(`ww=${stem} ${next.stem}`);
    if (Math.abs(at - anchorAt) <= 4) shared.push(`${at < anchorAt ? 'before' : 'after'}=${stem}`);
  }
  shared.push(`first=${stems[0]?.stem ?? ''}`, `first two=${stems[0]?.stem ?? ''} ${stems[1]?.stem ?? ''}`);
}
