/** What the judge looks at to tell how firmly a claim is put: cues of doubt and negation, and where they stand. */
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import { hashed, headerWords, nearestTo, placedStems, placeOf, stemsIn, stemsOf } from './feature-parts.ts';
import type { ReadUnit } from './read-unit.ts';
import { turnOf } from './turned.ts';

/** A place far from any word, for candidates without an anchor. */
const nowhere = -100;

/** Features for "how firmly?", of a candidate that is a claim. */
export function stanceFeatures(read: ReadUnit, candidate: Candidate): number[] {
  const kind = candidate.claim.wordings ? candidate.claim.kind : 'benefit';
  const both = ['bias', ...cueFeatures(read, candidate)];
  const shared = stanceWords(read, candidate);
  return hashed(
    [candidate.group, [...both, ...shared.near]],
    [kind, [...both, ...shared.near]],
    ['*', [...both, ...shared.near, ...shared.all]],
  );
}

/** Concepts beside the cues that tell how firmly: who says so, of how many, that nothing came of it. */
const bearing = new Set([
  'promise',
  'no-response',
  'main-result',
  'some-do-not',
  'worsen',
  'no-trial',
  'reporter',
  'reporting',
  'share',
  'patients-report',
  'use',
  'better-than',
  'study-word',
  'first-person',
]);

/** Cues of stance, by their place as seen from the anchor, and those that the unit inherits. */
function cueFeatures(read: ReadUnit, candidate: Candidate): string[] {
  const { anchor } = candidate;
  const out: string[] = [
    `block ${read.unit.block.kind}`,
    `subject ${read.subject.kind}`,
    turnOf(read, candidate),
  ];
  const relation = anchor && nearestTo(candidate.others, anchor);
  for (const hit of read.hits) {
    const { id, role } = hit.concept;
    if (role !== 'cue' && !bearing.has(id)) continue;
    if (isWithin(hit, candidate.others) || isWithin(hit, candidate.anchors)) {
      // "has no side effects": the negation is what is claimed
      out.push(`${id} fills a slot`);
      continue;
    }
    out.push(`has ${id}`, `${id}=${stemsOf(read, hit)}`);
    if (!anchor) continue;
    out.push(`${id} ${placeOf(hit, anchor, read)}`);
    if (relation) out.push(`${id} of relation ${placeOf(hit, relation, read)}`);
    if (isCutOff(read, hit, anchor)) out.push(`${id} cut off`);
    else out.push(`${id} ${hit.from < anchor.from ? 'before' : 'after'} in reach`);
  }
  const free = read.hits.filter(
    (hit) => !isWithin(hit, candidate.others) && !isWithin(hit, candidate.anchors),
  );
  for (const id of ['denial', 'hedge']) {
    if (!free.some(({ concept }) => concept.id === id))
      out.push(`without ${id}`, `without ${id} ${anchor?.concept.id ?? ''}`);
  }
  const inherited = [
    ...(read.leadIn?.hits ?? []).map((hit) => `lead-in ${hit.concept.id}`),
    ...headerWords(read, candidate).map((word) => `header=${word}`),
    ...(read.heading?.hits ?? [])
      .filter(({ concept }) => concept.role === 'cue')
      .map((hit) => `heading ${hit.concept.id}`),
    ...(read.question?.hits ?? [])
      .filter(({ concept }) => concept.role === 'cue')
      .map((hit) => `question ${hit.concept.id}`),
  ];
  return [
    ...out,
    ...inherited,
    `ends ${read.unit.words.at(-1)?.isMark ? read.unit.words.at(-1)?.text : 'word'}`,
  ];
}

/** Whether a hit lies within one of the words that fill a slot. */
function isWithin(hit: Hit, slots: readonly Hit[]): boolean {
  return slots.some(({ from, to }) => hit.from >= from && hit.to <= to);
}

function stanceWords(read: ReadUnit, candidate: Candidate): { near: string[]; all: string[] } {
  const stems = placedStems(read.unit.words);
  const anchorAt = candidate.anchor?.from ?? nowhere;
  const near: string[] = [`first=${stems[0]?.stem ?? ''}`];
  const all: string[] = [];
  for (const [i, { stem, at }] of stems.entries()) {
    const side = at < anchorAt ? 'before' : 'after';
    if (Math.abs(at - anchorAt) <= 6) near.push(`${side} near=${stem}`);
    near.push(`w=${stem}`);
    const next = stems[i + 1];
    if (next) all.push(`ww=${stem} ${next.stem}`);
    all.push(`${side}=${stem}`);
  }
  if (read.leadIn) for (const stem of stemsIn(read.leadIn.unit.words)) all.push(`lead-in=${stem}`);
  return { near, all };
}

/** A contrast or strong punctuation stands between a cue and the anchor: "not a cure, but it eases pain". */
function isCutOff(read: ReadUnit, cue: Hit, anchor: Hit): boolean {
  const low = Math.min(cue.to, anchor.to);
  const high = Math.max(cue.from, anchor.from);
  return (
    read.hits.some(({ concept, from }) => concept.id === 'contrast' && from >= low && from < high) ||
    read.unit.words
      .slice(low, high)
      .some(({ text }) => text === ';' || text === '—' || text === '\t' || text === '?')
  );
}
