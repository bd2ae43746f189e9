/** "Why is this marked?": the words that gave subject, relation, outcome, condition and stance. */
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import type { JudgedClaim } from './judge.ts';
import type { Reason, Role } from './page-text.ts';
import { type ReadUnit, textOf } from './read-unit.ts';

/** All reasons of a claim, in the order in which a person asks. */
export function reasonsOf(read: ReadUnit, { candidate, stance }: JudgedClaim): Reason[] {
  const { subject, unit, hits, leadIn, clauses } = read;
  const reasons: Reason[] = [];
  const add = (role: Role, hit: Hit) => {
    const start = unit.block.start + (unit.words[hit.from]?.start ?? 0);
    const end = unit.block.start + (unit.words[hit.to - 1]?.end ?? 0);
    reasons.push({ role, text: textOf(unit, hit), from: 'sentence', range: { start, end } });
  };
  if (subject.hit) add('subject', subject.hit);
  if (subject.inherited?.text) reasons.push({ role: 'subject', ...subject.inherited });
  const { anchor } = candidate;
  const relation = relationOf(candidate);
  if (relation) add('relation', relation);
  if (anchor) add('outcome', anchor);
  else reasons.push(...elsewhere(read, candidate.from));
  if (candidate.condition) {
    const { id, text, from } = candidate.condition;
    const own = from === 'sentence' ? hits.find(({ concept }) => concept.id === id) : undefined;
    if (own) add('condition', own);
    else reasons.push({ role: 'condition', text, from });
  }
  const cueId = stance === 'hedges' ? ['hedge', 'promise'] : stance === 'denies' ? ['denial'] : [];
  const cues = hits.filter(({ concept }) => cueId.includes(concept.id));
  const here = anchor ? cues.filter((cue) => clauses[cue.from] === clauses[anchor.from]) : cues;
  const cue = anchor ? nearest(here.length ? here : cues, anchor) : cues[0];
  const inherited = leadIn?.hits.find(({ concept }) => cueId.includes(concept.id));
  if (cue) add('stance', cue);
  else if (leadIn && inherited)
    reasons.push({ role: 'stance', text: textOf(leadIn.unit, inherited), from: 'lead-in' });
  return reasons;
}

/** The words that say what LDN does with the outcome, or what is said of the topic. */
export function relationOf({ anchor, others }: Candidate): Hit | undefined {
  return anchor && nearest(others, anchor);
}

/** The sentence that a unit answers or continues, where that one holds the claim's words. */
function elsewhere(read: ReadUnit, from: JudgedClaim['candidate']['from']): Reason[] {
  const source = from === 'question' ? read.question : from === 'lead-in' ? read.leadIn : read.previous;
  if (!source) return [];
  const text = source.unit.block.text.slice(source.unit.start, source.unit.end);
  const place =
    source.unit.block.kind === 'heading' ? 'heading' : from === 'lead-in' ? 'lead-in' : 'previous sentence';
  return [{ role: 'outcome', text, from: place }];
}

function nearest(hits: readonly Hit[], anchor: Hit): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) {
    if (hit !== anchor && (!best || Math.abs(hit.from - anchor.from) < Math.abs(best.from - anchor.from)))
      best = hit;
  }
  return best;
}
