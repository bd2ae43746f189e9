/**
 * Text -> words. Spelling is folded (case, curly quotes, full-width digits, soft hyphens, combining marks), so that terms match
 * whatever the page's typography; each word keeps its place in the text as it stands.
 */

/** A word, number or punctuation mark. `start` and `end` count UTF-16 code units of the text it was read from. */
export interface Word {
  /** folded spelling */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isMark: boolean;
  /** two letters or more, all capital: "ME" is an illness, "me" is not */
  readonly isCapital: boolean;
}

const pattern =
  /\p{N}[\p{N}\p{M}]*(?:[.,]\p{N}[\p{N}\p{M}]*)*|\p{L}[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]*(?:['’ʼ][\p{L}\p{M}]+)*|[%$£€?!.;:,()[\]{}"“”«»…–—\n\t\u2028|•]/gu;
const invisible = /[\u00AD\u200B-\u200D\u2060\p{M}]/gu;
const capital = /^\p{Lu}{2,}$/u;
const possessive = /['’ʼ]s$/iu;

/** All words and marks of a text, in order. Hyphens and slashes part words and leave no mark. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    const owner = possessive.test(raw) ? raw.slice(0, -2) : raw;
    const isMark = !/[\p{L}\p{N}]/u.test(raw);
    words.push({
      text: isMark ? raw : fold(owner),
      start,
      end: start + owner.length,
      isMark,
      isCapital: capital.test(owner),
    });
  }
  return words;
}

/** A word's folded spelling: what terms and words are compared by. */
export function fold(text: string): string {
  return text
    .replace(invisible, '') // first: putting a long run of marks in order takes quadratic time
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/^(\d+),(\d{3})$/, '$1$2')
    .toLowerCase();
}
