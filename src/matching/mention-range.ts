/** Which of a unit's words to highlight: the clauses that make its claims, not half a paragraph; and never half a character. */

import type { JudgedClaim } from './judge.ts';
import type { TextRange } from './page-text.ts';
import type { ReadUnit } from './read-unit.ts';

/** Clauses shorter than this many words are not cut out of their sentence: too little to read. */
const shortestClause = 4;
const outerMarks = new Set([',', ';', ':', '.', '—', '–', '\t', '\u2028', '(', ')', '!', '…', '•', '|']);

/** The range of a unit's claims, in the page's text. */
export function mentionRange(read: ReadUnit, claims: readonly JudgedClaim[]): TextRange {
  const { unit, clauses, subject } = read;
  const { block, words } = unit;
  const places = claims.flatMap(({ candidate }) => (candidate.anchor ? [candidate.anchor.from] : [0]));
  const spoken = subject.kind === 'named' && subject.hit ? [...places, subject.hit.from] : places;
  const first = clauses[Math.min(...spoken)] ?? 0;
  const last = clauses[Math.max(...spoken)] ?? 0;
  let from = words.findIndex((_, i) => (clauses[i] ?? 0) >= first);
  let to = words.findLastIndex((_, i) => (clauses[i] ?? 0) <= last) + 1;
  if (to - from < shortestClause || block.kind === 'row') [from, to] = [0, words.length];
  while (from < to - 1 && outerMarks.has(words[from]?.text ?? '')) from++;
  while (to > from + 1 && outerMarks.has(words[to - 1]?.text ?? '')) to--;
  const start = words[from]?.start ?? unit.start;
  const end = words[to - 1]?.end ?? unit.end;
  return { start: block.start + start, end: block.start + endOfCharacter(block.text, end) };
}

/** Behind the marks that belong to the last character: a combining accent, a joiner, a variation selector. */
function endOfCharacter(text: string, end: number): number {
  const rest = /^(?:\p{M}|\u200D|\uFE0E|\uFE0F)+/u.exec(text.slice(end, end + 16));
  return end + (rest?.[0].length ?? 0);
}
