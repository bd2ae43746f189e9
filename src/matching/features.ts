/**
 * What the judge looks at: a candidate's surroundings as plain strings ("relation before anchor, near"). Strings are hashed to
 * weights; the same functions serve training and matching.
 */
import type { Candidate } from './candidates.ts';
import type { Hit } from './concepts.ts';
import type { ReadUnit } from './context.ts';

/** Features of one candidate for "does the unit make this claim?". */
export function claimFeatures(read: ReadUnit, candidate: Candidate, all: readonly Candidate[]): string[] {
  const { claim, group } = candidate;
  const out: string[] = [];
  const kind = claim.wordings ? 'topic' : 'benefit';
  const add = (feature: string) => out.push(`${group}|${feature}`, `${kind}|${feature}`);
  add('bias');
  addFrame(read, candidate, all, add);
  addAnchors(read, candidate, add);
  addWords(read, candidate, (feature) => out.push(`${group}|${feature}`), kind, out);
  addContext(read, candidate, add);
  return out;
}

/** Features of one accepted candidate for its stance. */
export function stanceFeatures(read: ReadUnit, candidate: Candidate): string[] {
  const { claim, group } = candidate;
  const out: string[] = [];
  const kind = claim.wordings ? claim.kind : 'benefit';
  const add = (feature: string) => out.push(`${group}|${feature}`, `${kind}|${feature}`, `*|${feature}`);
  add('bias');
  const anchor = mainAnchor(candidate);
  const clause = read.clauses[anchor];
  const words = read.unit.words;
  for (const hit of read.hits) {
    const { id, role } = hit.concept;
    const place = placeOf(hit, anchor, read);
    if (id === 'hedge' || id === 'denial' || id === 'contrast' || id === 'promise') {
      const text = words
        .slice(hit.from, hit.to)
        .map((word) => word.text)
        .join(' ');
      add(`${id} ${place}`);
      add(`${id}=${text}`);
      out.push(`*|${id}=${text} ${place}`);
      if (read.clauses[hit.from] === clause) add(`${id} in clause`);
      add(`has ${id}`);
    } else if (role !== 'cue') {
      out.push(`*|${id} ${place}`, `${kind}|has ${id}`);
    }
  }
  for (const [i, word] of words.entries()) {
    if (word.isMark) continue;
    const side = i < anchor ? 'before' : 'after';
    const near = Math.abs(i - anchor) <= 5 ? 'near' : 'far';
    out.push(`*|w=${word.text} ${side}`, `*|w=${word.text} ${side} ${near}`, `${kind}|w=${word.text}`);
    const next = words[i + 1];
    if (next && !next.isMark) out.push(`*|ww=${word.text} ${next.text}`);
  }
  add(`block ${read.unit.block.kind}`);
  for (const hit of read.leadIn?.hits ?? []) {
    if (hit.concept.id === 'hedge' || hit.concept.id === 'denial' || hit.concept.id === 'promise')
      add(`lead-in ${hit.concept.id}`);
    out.push(`*|lead-in ${hit.concept.id}`);
  }
  if (read.leadIn)
    for (const word of read.leadIn.unit.words) if (!word.isMark) out.push(`*|lead-in w=${word.text}`);
  for (const word of headerWords(read, anchor)) out.push(`*|header w=${word}`);
  if (words.at(-1)?.text === '?') add('question');
  for (const hit of read.previous?.hits ?? []) {
    if (hit.concept.id === 'hedge' || hit.concept.id === 'denial') out.push(`*|previous ${hit.concept.id}`);
  }
  for (const hit of read.heading?.hits ?? [])
    if (hit.concept.role === 'cue') out.push(`*|heading ${hit.concept.id}`);
  return out;
}

type Add = (feature: string) => void;

function mainAnchor(candidate: Candidate): number {
  return candidate.anchors[0]?.from ?? 0;
}

/** Side, distance and clause of a hit as seen from the anchor. */
function placeOf(hit: Hit, anchor: number, read: ReadUnit): string {
  const distance = hit.to <= anchor ? anchor - hit.to : hit.from - anchor;
  const side = hit.from < anchor ? 'before' : hit.from === anchor ? 'at' : 'after';
  const near = distance <= 1 ? 'next' : distance <= 4 ? 'near' : distance <= 10 ? 'mid' : 'far';
  return `${side} ${near}${read.clauses[hit.from] === read.clauses[anchor] ? '' : ' elsewhere'}`;
}

/** How well subject, relation and anchor hang together. */
function addFrame(read: ReadUnit, candidate: Candidate, all: readonly Candidate[], add: Add): void {
  const { subject } = read;
  add(`subject ${subject.kind}`);
  add(`complete ${candidate.isComplete} ${subject.kind}`);
  const anchor = mainAnchor(candidate);
  if (subject.hit) add(`subject ${subject.kind} ${placeOf(subject.hit, anchor, read)}`);
  const nearest = nearestTo(candidate.others, anchor);
  if (nearest) {
    const between = read.hits.filter(
      ({ from, concept }) =>
        concept.role === 'cue' &&
        from >= Math.min(nearest.from, anchor) &&
        from <= Math.max(nearest.from, anchor),
    );
    const { id } = nearest.concept;
    add(`nearest ${id} ${placeOf(nearest, anchor, read)}`);
    add(`nearest ${placeOf(nearest, anchor, read)} ${subject.kind}`);
    const anchorConcept = candidate.anchors[0]?.concept;
    if (anchorConcept?.better) add(`nearest ${id} better ${anchorConcept.better}`);
    for (const cue of new Set(between.map((hit) => hit.concept.id))) add(`between ${cue}`);
  } else add('no other slot');
  const outcomes = new Set(all.map((one) => one.group));
  add(`groups ${Math.min(outcomes.size, 4)}`);
  if (candidate.group === 'symptoms') {
    for (const other of outcomes) add(`beside ${other}`);
  }
  add(`rival ${read.hits.some(({ concept }) => concept.role === 'rival')}`);
}

function nearestTo(hits: readonly Hit[], anchor: number): Hit | undefined {
  let best: Hit | undefined;
  for (const hit of hits) if (!best || Math.abs(hit.from - anchor) < Math.abs(best.from - anchor)) best = hit;
  return best;
}

function addAnchors(read: ReadUnit, candidate: Candidate, add: Add): void {
  const anchor = mainAnchor(candidate);
  for (const hit of candidate.anchors) {
    const text = read.unit.words
      .slice(hit.from, hit.to)
      .map((word) => word.text)
      .join(' ');
    add(`anchor=${text}`);
    add(`anchor ${hit.concept.id}`);
  }
  const seen = new Set<string>();
  for (const hit of read.hits) {
    const { id } = hit.concept;
    const place = placeOf(hit, anchor, read);
    add(`${id} ${place}`);
    if (!seen.has(id)) add(`has ${id}`);
    seen.add(id);
  }
}

function addWords(read: ReadUnit, candidate: Candidate, own: Add, kind: string, out: string[]): void {
  const anchor = mainAnchor(candidate);
  const { words } = read.unit;
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (next) own(`ww=${word.text} ${next.text}`);
    if (word.isMark) continue;
    own(`w=${word.text}`);
    out.push(`*|w=${word.text}`);
    const offset = i - anchor;
    if (Math.abs(offset) <= 4) out.push(`${kind}|w=${word.text} ${offset < 0 ? 'before' : 'after'}`);
    if (next && !next.isMark) out.push(`${kind}|ww=${word.text} ${next.text}`);
  }
  for (let i = 0; i < 3; i++) out.push(`${kind}|first${i}=${words[i]?.text ?? ''}`);
}

function addContext(read: ReadUnit, candidate: Candidate, add: Add): void {
  const { block } = read.unit;
  add(`block ${block.kind}${block.kind === 'heading' ? block.level : ''}`);
  add(`ends ${read.unit.words.at(-1)?.text.replace(/\w+/, 'w') ?? ''}`);
  add(`length ${Math.min(6, Math.floor(Math.log2(read.unit.words.length + 1)))}`);
  add(`condition from ${candidate.condition?.from ?? 'nowhere'}`);
  add(`condition from ${candidate.condition?.from ?? 'nowhere'} ${read.subject.kind}`);
  const own = read.conditions[0]?.from === 'sentence' ? read.conditions[0].conditions.size : 0;
  add(`own conditions ${Math.min(own, 3)}`);
  if (candidate.condition)
    add(`condition own ${candidate.condition.from === 'sentence'} ${Math.min(own, 2)}`);
  for (const hit of read.heading?.hits ?? []) {
    add(`heading ${hit.concept.id}`);
    if (candidate.anchors.some(({ concept }) => concept.id === hit.concept.id)) add('heading has anchor');
  }
  for (const hit of read.leadIn?.hits ?? []) add(`lead-in ${hit.concept.id}`);
  if (read.leadIn) add(`lead-in ${read.leadIn.subject.kind}`);
  for (const word of headerWords(read, mainAnchor(candidate))) add(`header w=${word}`);
  if (block.kind === 'row')
    add(
      `cell ${read.cells.findIndex(({ from, to }) => mainAnchor(candidate) >= from && mainAnchor(candidate) < to)}`,
    );
  add(`previous ${read.previous?.subject.kind ?? 'none'}`);
  if (read.previous?.unit.words.at(-1)?.text === '?') add('after question');
  add(`heading question ${read.heading?.unit.words.at(-1)?.text === '?'}`);
}

function headerWords(read: ReadUnit, anchor: number): string[] {
  const cell = read.cells.find(({ from, to }) => anchor >= from && anchor < to);
  return cell ? cell.header.toLowerCase().split(/\W+/).filter(Boolean) : [];
}
