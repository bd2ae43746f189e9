/**
 * What the judge looks at to tell whether a unit makes any claim about LDN at all: who it speaks of, what it opens with, what follows what. Sentences on
 * the disease, on other treatments and on the next appointment use the same words; what a unit is about shows in the whole of it.
 */
import { hashed, placedStems, senseOf, stemsIn } from './feature-parts.ts';
import type { ReadUnit } from './read-unit.ts';

/** Features for "does the unit make a claim about LDN?" */
export function unitFeatures(read: ReadUnit): number[] {
  return hashed([
    'unit',
    [...wordFeatures(read), ...conceptFeatures(read), ...subjectFeatures(read), ...contextFeatures(read)],
  ]);
}

function wordFeatures({ unit }: ReadUnit): string[] {
  const stems = placedStems(unit.words).map(({ stem }) => stem);
  const last = unit.words.at(-1);
  const out = [
    'bias',
    `ends ${last?.isMark ? last.text : 'word'}`,
    `length ${Math.min(6, Math.floor(Math.log2(unit.words.length + 1)))}`,
  ];
  for (const [i, stem] of stems.entries()) {
    const [, next, third] = stems.slice(i, i + 3);
    out.push(`w=${stem}`);
    if (next) out.push(`ww=${stem} ${next}`);
    if (third) out.push(`www=${stem} ${next} ${third}`);
  }
  for (const length of [1, 2, 3]) out.push(`first=${stems.slice(0, length).join(' ')}`);
  return out;
}

function conceptFeatures({ hits, subject }: ReadUnit): string[] {
  const out: string[] = [];
  const ids = hits.map(({ concept }) => senseOf(concept)).filter((id, i, all) => id !== all[i - 1]);
  const content = hits.filter(({ concept }) => concept.role !== 'cue').map(({ concept }) => concept.id);
  for (const [i, id] of ids.entries()) {
    out.push(`has ${id}`, `has ${id} ${subject.kind}`);
    if (i > 0) out.push(`then ${ids[i - 1]} ${id}`);
  }
  for (const [i, id] of content.entries()) {
    if (i > 0) out.push(`after ${content[i - 1]} ${id} ${subject.kind}`);
    if (i > 1) out.push(`after ${content[i - 2]} ${content[i - 1]} ${id}`);
  }
  out.push(`opens ${content[0] ?? 'none'} ${subject.kind}`, `opens ${content.slice(0, 2).join(' ')}`);
  return out;
}

function subjectFeatures({ unit, hits, subject }: ReadUnit): string[] {
  const { hit, kind } = subject;
  const out = [`subject ${kind}`, `subject ${kind} ${unit.block.kind}`];
  if (!hit) return out;
  const before = unit.words.slice(Math.max(0, hit.from - 2), hit.from).map(({ text }) => text);
  const after = unit.words.slice(hit.to, hit.to + 2).map(({ text }) => text);
  const isFirst = !hits.some(({ from }) => from < hit.from);
  out.push(`subject first ${isFirst} ${kind}`);
  out.push(`before subject ${before.at(-1)}`, `before subject ${before.join(' ')}`);
  out.push(`after subject ${after[0]}`, `after subject ${after.join(' ')}`);
  return out;
}

function contextFeatures(read: ReadUnit): string[] {
  const { heading, leadIn, previous, question, conditions, subject, unit } = read;
  const { block, index } = unit;
  const out = [
    `block ${block.kind} ${block.level}`,
    `place ${Math.min(3, index)}`,
    `question ${question !== undefined}`,
    `condition ${conditions[0]?.from ?? 'nowhere'} ${subject.kind}`,
    `previous ${previous?.subject.kind ?? 'none'}`,
    `off topic ${read.isOffTopic}`,
    `off topic ${read.isOffTopic} ${block.kind}`,
  ];
  for (const { concept } of heading?.hits ?? []) out.push(`heading ${senseOf(concept)}`);
  for (const stem of stemsIn(heading?.unit.words ?? [])) out.push(`heading=${stem}`);
  if (leadIn) out.push(`lead-in ${leadIn.subject.kind}`);
  for (const { concept } of leadIn?.hits ?? []) out.push(`lead-in ${senseOf(concept)}`);
  for (const stem of stemsIn(leadIn?.unit.words ?? [])) out.push(`lead-in=${stem}`);
  for (const { concept } of previous?.hits ?? []) out.push(`previous ${senseOf(concept)}`);
  const opened = previous?.hits.find(({ concept }) => concept.role !== 'cue')?.concept.id;
  out.push(`previous opens ${opened ?? 'none'} ${subject.kind}`);
  return out;
}
