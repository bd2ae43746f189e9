/** "Why is this marked?": the words that gave subject, relation, outcome, condition and stance. */
import type { Stance } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import { senseOf } from './feature-parts.ts';
import type { JudgedClaim } from './judge.ts';
import type { Reason, Role } from './page-text.ts';
import { type ReadUnit, textOf } from './read-unit.ts';

/** All reasons of a claim, in the order in which a person asks. */
export function reasonsOf(read: ReadUnit, { candidate, stance }: JudgedClaim): Reason[] {
  const { subject } = read;
  const relation = relationOf(candidate);
  return [
    subject.hit && ownReason('subject', subject.hit, read),
    subject.inherited?.text ? { role: 'subject' as const, ...subject.inherited } : undefined,
    relation && ownReason('relation', relation, read),
    outcomeReason(read, candidate),
    conditionReason(read, candidate),
    stanceReason(read, candidate, stance),
  ].filter((reason) => reason !== undefined);
}

function ownReason(role: Role, hit: Hit, { unit }: ReadUnit): Reason {
  const start = unit.block.start + (unit.words[hit.from]?.start ?? 0);
  const end = unit.block.start + (unit.words[hit.to - 1]?.end ?? 0);
  return { role, text: textOf(unit, hit), from: 'sentence', range: { start, end } };
}

function outcomeReason(read: ReadUnit, candidate: Candidate): Reason | undefined {
  if (candidate.anchor) return ownReason('outcome', candidate.anchor, read);
  const source = sourceOf(read, candidate);
  if (!source) return undefined;
  const { block, start, end } = source.unit;
  return { role: 'outcome', text: block.text.slice(start, end), from: placeOf(source, candidate) };
}

function conditionReason(read: ReadUnit, candidate: Candidate): Reason | undefined {
  if (!candidate.condition) return undefined;
  const { id, text, from } = candidate.condition;
  if (from !== 'sentence') return { role: 'condition', text, from };
  const source = sourceOf(read, candidate);
  if (source) return { role: 'condition', text, from: placeOf(source, candidate) };
  const own = read.hits.find(({ concept }) => concept.id === id);
  return own && ownReason('condition', own, read);
}

function stanceReason(read: ReadUnit, { anchor }: Candidate, stance: Stance): Reason | undefined {
  const cueIds = stance === 'hedges' ? ['hedge', 'promise'] : stance === 'denies' ? ['denial'] : [];
  const isCue = ({ concept }: Hit) => cueIds.includes(senseOf(concept));
  const cues = read.hits.filter(isCue);
  const here = anchor ? cues.filter((cue) => read.clauses[cue.from] === read.clauses[anchor.from]) : cues;
  const cue = anchor ? nearest(here.length ? here : cues, anchor) : cues[0];
  if (cue) return ownReason('stance', cue, read);
  const inherited = read.leadIn?.hits.find(isCue);
  return read.leadIn && inherited
    ? { role: 'stance', text: textOf(read.leadIn.unit, inherited), from: 'lead-in' }
    : undefined;
}

/** The words that say what LDN does with the outcome, or what is said of the topic. */
export function relationOf({ anchor, others }: Candidate): Hit | undefined {
  return anchor && nearest(others, anchor);
}

/** The sentence that a unit answers or continues, where that one holds the claim's words. */
function sourceOf(read: ReadUnit, { from }: Candidate): ReadUnit | undefined {
  if (from === 'unit') return undefined;
  return from === 'question' ? read.question : from === 'lead-in' ? read.leadIn : read.previous;
}

function placeOf(source: ReadUnit, { from }: Candidate): Reason['from'] {
  if (source.unit.block.kind === 'heading') return 'heading';
  return from === 'lead-in' ? 'lead-in' : 'previous sentence';
}

function nearest(hits: readonly Hit[], anchor: Hit): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) {
    if (hit !== anchor && (!best || Math.abs(hit.from - anchor.from) < Math.abs(best.from - anchor.from)))
      best = hit;
  }
  return best;
}
