/** Is a text English? Only English is read; other languages are left alone and said to be. */
import type { Word } from './words.ts';

/** The commonest words of English that are rare in other languages written with the same letters. */
const english = new Set(
  'the and of to is that for with are this have from it be on as not or at by an was which you your can may has more their they but who when what how been if will its than other some does into also there these such would after about could were our he she his her them do no most many often people only because'.split(
    ' ',
  ),
);
/** Too few words to tell: a list of effects may do without any of these. */
const fewestWords = 25;
/** Share of common English words in running English text is 0.3 to 0.5, in other languages below 0.1. */
const leastShare = 0.12;

/** Judges by the share of common English words; `declared` (a `lang` attribute) decides where the text is too short to tell. */
export function isEnglish(words: readonly Word[], declared?: string): boolean {
  const spoken = words.filter((word) => !word.isMark && !/^\d/.test(word.text));
  const isDeclared = declared === undefined || declared === '' || /^en\b/i.test(declared);
  if (spoken.length < fewestWords) return isDeclared;
  const share = spoken.filter((word) => english.has(word.text)).length / spoken.length;
  return share >= (isDeclared ? leastShare : 2 * leastShare);
}
