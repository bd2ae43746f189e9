/** A block -> its units: sentences, or the whole of a table row. */
import type { Block } from './page-text.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** A sentence, list item, table row or caption. */
export interface Unit {
  readonly block: Block;
  /** position of the block in the page */
  readonly blockIndex: number;
  /** position of the unit in its block */
  readonly index: number;
  /** place in the block's text */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** Words before a full stop that may also end a sentence: then a capital follows. */
const ambiguous = new Set('mg mcg no etc inc a.m p.m u.s u.k approx'.split(' '));
/** Words before a full stop that never ends a sentence. */
const abbreviations = new Set(
  'e.g i.e vs dr mr mrs ms prof st ca al fig nos vol ltd jr sr dept est min max ph'.split(' '),
);
const enders = new Set(['.', '!', '?', '…', '\u2028']);
/** Where the page breaks the line (`<br>`); within a sentence it means no more than a space. */
const lineEnds = new Set(['\n', '\u2028']);
const closers = new Set([')', ']', '"', '”', '»', '’', '*']);

/** Words of the longest unit: what runs on without a full stop is cut, so that time stays linear. */
const longestUnit = 160;
/** Words by which such a cut may be moved, so that it parts no "50mg". */
const longestMove = 20;

/** All units of a block, in order; together they hold all of its words. */
export function unitsOf(block: Block, blockIndex: number): Unit[] {
  const words = wordsOf(block.text);
  if (!words.length) return [];
  const cuts = block.kind === 'row' || block.kind === 'heading' ? [] : sentenceEnds(words, block.text);
  const units: Unit[] = [];
  let from = 0;
  for (const to of withinReason([...cuts, words.length], words)) {
    const own = words.slice(from, to).filter(({ text }) => !lineEnds.has(text));
    const first = own[0];
    const last = own.at(-1);
    from = to;
    if (!first || !last || own.every((word) => word.isMark)) continue;
    units.push({ block, blockIndex, index: units.length, start: first.start, end: last.end, words: own });
  }
  return units;
}

/** Further cuts where no sentence ends for so long that nobody would call it one. */
function withinReason(cuts: readonly number[], words: readonly Word[]): number[] {
  const all: number[] = [];
  let from = 0;
  for (const cut of cuts) {
    while (cut - from > longestUnit) {
      from += longestUnit;
      for (let moved = 0; moved < longestMove && from < cut && isGlued(words, from); moved++) from++;
      all.push(from);
    }
    if (from < cut) all.push(cut);
    from = cut;
  }
  return all;
}

/** A word stands right behind the one before, as in "50mg". */
function isGlued(words: readonly Word[], at: number): boolean {
  return words[at]?.start === words[at - 1]?.end;
}

/** Indices of the words that begin a new sentence. */
function sentenceEnds(words: readonly Word[], text: string): number[] {
  const ends: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    if (word.text === '\n' && isNewLine(words[i + 1], text)) ends.push(i + 1);
    if (!enders.has(word.text)) continue;
    let next = i + 1;
    while (next < words.length && isClosing(words, next)) next++;
    const after = words[next];
    if (!after) break;
    const isSpaced =
      /\s/.test(text.slice(word.end, after.start)) || after.text === '\n' || word.text === '\u2028';
    const goesOn =
      (word.text === '.' && isAbbreviation(words, i, after, text)) ||
      (isEllipsis(words, i) && /^\p{Ll}/u.test(text.slice(after.start, after.start + 2)));
    if (isSpaced && !goesOn) ends.push(next);
    i = next - 1;
  }
  return ends;
}

/** "..." or "…": behind it a small letter goes on with the sentence. */
function isEllipsis(words: readonly Word[], at: number): boolean {
  return words[at]?.text === '…' || [at, at + 1, at + 2].every((i) => words[i]?.text === '.');
}

/** Behind a line feed a capitalised word, "2." or a bullet begins something new; other words may go on, as "LDN" does. */
function isNewLine(after: Word | undefined, text: string): boolean {
  return (
    after !== undefined &&
    /^(?:[•–—]|\p{Lu}\p{Ll}|\p{N}{1,2}[.)]\s)/u.test(text.slice(after.start, after.start + 4))
  );
}

/** A further ender, or a bracket or quote that closes right behind one; after a space it opens what follows. */
function isClosing(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  return enders.has(word.text) || (closers.has(word.text) && words[at - 1]?.end === word.start);
}

function isAbbreviation(words: readonly Word[], dot: number, after: Word, text: string): boolean {
  const before = words[dot - 1];
  if (!before || before.end !== words[dot]?.start) return false;
  if ((dot === 1 || lineEnds.has(words[dot - 2]?.text ?? '')) && /^\p{N}+$/u.test(before.text)) return true;
  const hasDotBefore = words[dot - 2]?.text === '.' && words[dot - 2]?.end === before.start;
  const dotted = hasDotBefore ? `${words[dot - 3]?.text ?? ''}.${before.text}` : before.text;
  const goesOn = /^[\p{Ll}\p{N}(]/u.test(text.slice(after.start));
  if (ambiguous.has(dotted)) return goesOn;
  return abbreviations.has(dotted) || /^\p{L}$/u.test(before.text);
}
