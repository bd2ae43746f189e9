/** Which of a unit's words to highlight: the clauses that make its claims, not half a paragraph; and never half a character. */

import type { JudgedClaim } from './judge.ts';
import type { TextRange } from './page-text.ts';
import type { ReadUnit } from './read-unit.ts';
import { relationOf } from './reasons.ts';

/** Clauses shorter than this many words are not cut out of their sentence: too little to read. */
const shortestClause = 4;
const outerMarks = new Set(',;:.—–()!…•|\t');

/** The range of a unit's claims, in the page's text. */
export function mentionRange(read: ReadUnit, claims: readonly JudgedClaim[]): TextRange {
  const { unit, clauses, subject } = read;
  const { block, words } = unit;
  const places = claims.flatMap(({ candidate }) => [
    candidate.anchor?.from ?? 0,
    relationOf(candidate)?.from ?? candidate.anchor?.from ?? 0,
  ]);
  const spoken = subject.kind === 'named' && subject.hit ? [...places, subject.hit.from] : places;
  const first = clauses[Math.min(...spoken)] ?? 0;
  const last = clauses[Math.max(...spoken)] ?? 0;
  let from = words.findIndex((_, i) => (clauses[i] ?? 0) >= first);
  let to = words.findLastIndex((_, i) => (clauses[i] ?? 0) <= last) + 1;
  // a word of contrast alone is no place to cut: "research on LDN is still limited"
  while (from > 0 && !isCut(read, from)) from--;
  while (to < words.length && !isCut(read, to)) to++;
  if (to - from < shortestClause || block.kind === 'row') [from, to] = [0, words.length];
  while (from < to - 1 && outerMarks.has(words[from]?.text ?? '')) from++;
  while (to > from + 1 && outerMarks.has(words[to - 1]?.text ?? '')) to--;
  const start = words[from]?.start ?? unit.start;
  const end = words[to - 1]?.end ?? unit.end;
  return {
    start: block.start + startOfCharacter(block.text, start),
    end: block.start + endOfCharacter(block.text, endOfWord(block.text, end)),
  };
}

/** A clause begins at this word, and a mark says so. */
function isCut({ unit, clauses }: ReadUnit, at: number): boolean {
  const isMarked = unit.words[at - 1]?.isMark || unit.words[at]?.isMark;
  return clauses[at] !== clauses[at - 1] && isMarked === true;
}

/** Terms match without a possessive ending; the highlight takes it in. */
function endOfWord(text: string, end: number): number {
  return end + (/^['’ʼ]s(?![\p{L}\p{M}])/iu.exec(text.slice(end, end + 4))?.[0].length ?? 0);
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What a reader takes for one character is rarely longer. */
const longCharacter = 64;

function startOfCharacter(text: string, at: number): number {
  const from = Math.max(0, at - longCharacter);
  const character = characters.segment(text.slice(from, at + longCharacter)).containing(at - from);
  return from + (character?.index ?? at - from);
}

function endOfCharacter(text: string, at: number): number {
  let end = at;
  for (let isInside = true; isInside && end < text.length; ) {
    const start = startOfCharacter(text, end);
    if (start === end) break;
    const within = end + longCharacter;
    const [character] = characters.segment(text.slice(start, within));
    end = start + (character?.segment.length ?? 0);
    isInside = end === within;
  }
  return end;
}
