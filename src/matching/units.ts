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
const closers = new Set([')', ']', '"', '”', '»', '’', '*']);

/** Words of the longest unit: what runs on without a full stop is cut, so that time stays linear. */
const longestUnit = 160;

/** All units of a block, in order; together they hold all of its words. */
export function unitsOf(block: Block, blockIndex: number): Unit[] {
  const words = wordsOf(block.text);
  if (!words.length) return [];
  const cuts = block.kind === 'row' || block.kind === 'heading' ? [] : sentenceEnds(words, block.text);
  const units: Unit[] = [];
  let from = 0;
  for (const to of withinReason([...cuts, words.length])) {
    const own = words.slice(from, to);
    const first = own[0];
    const last = own.at(-1);
    from = to;
    if (!first || !last || own.every((word) => word.isMark)) continue;
    units.push({ block, blockIndex, index: units.length, start: first.start, end: last.end, words: own });
  }
  return units;
}

/** Further cuts where no sentence ends for so long that nobody would call it one. */
function withinReason(cuts: readonly number[]): number[] {
  const all: number[] = [];
  let from = 0;
  for (const cut of cuts) {
    for (from += longestUnit; from < cut; from += longestUnit) all.push(from);
    all.push(cut);
    from = cut;
  }
  return all;
}

/** Indices of the words that begin a new sentence. */
function sentenceEnds(words: readonly Word[], text: string): number[] {
  const ends: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word || !enders.has(word.text)) continue;
    let next = i + 1;
    while (next < words.length && isClosing(words, next)) next++;
    const after = words[next];
    if (!after) break;
    const isSpaced = /\s/.test(text.slice(word.end, after.start)) || word.text === '\u2028';
    if (isSpaced && !(word.text === '.' && isAbbreviation(words, i, after, text))) ends.push(next);
    i = next - 1;
  }
  return ends;
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
  if (dot === 1 && /^\p{N}+$/u.test(before.text)) return true;
  const hasDotBefore = words[dot - 2]?.text === '.' && words[dot - 2]?.end === before.start;
  const dotted = hasDotBefore ? `${words[dot - 3]?.text ?? ''}.${before.text}` : before.text;
  const goesOn = /^[\p{Ll}\p{N}(]/u.test(text.slice(after.start));
  if (ambiguous.has(dotted)) return goesOn;
  return abbreviations.has(dotted) || /^\p{L}$/u.test(before.text);
}
