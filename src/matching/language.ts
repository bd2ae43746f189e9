/** Is a text English? Only English is read; other languages are left alone and said to be. */
import type { Word } from './words.ts';

/** The commonest words of English that are rare in other languages written with the same letters. */
const english = new Set(
  'the and of to is that for with are this have from it be on as not or at by an was which you your can may has more their they but who when what how been if will its than other some does into also there these such would after about could were our he she his her them do no most many often people only because'.split(
    ' ',
  ),
);
/** Common words of other languages written with the same letters (without their marks, as words are folded), none of them English. */
const foreign = new Set(
  'de la le les des du et est une dans que qui pour pas sur avec el los las por para como con il di che non per della der das und ist nicht mit den von zu auf ein eine het een van met niet voor och att det som og til af em uma nao nie jest'.split(
    ' ',
  ),
);
/** Too few words to tell: a list of effects may do without any of these. */
const fewestWords = 25;
/** Up to here a page may be a mere list of claims, which has few of the commonest words of its language. */
const shortPage = 300;
/** Share of common English words in running English text is 0.3 to 0.5, in other languages below 0.1. */
const leastShare = 0.12;
/** Share of words in the letters a to z that English texts do not go below. */
const leastPlain = 0.9;

/** Judges by the share of common English words; `declared` (a `lang` attribute) decides where the text is too short to tell. */
export function isEnglish(words: readonly Word[], declared?: string): boolean {
  const spoken = words.filter((word) => !word.isMark && !/^\d/.test(word.text));
  const isDeclared = declared === undefined || declared === '' || /^en\b/i.test(declared);
  if (spoken.length < fewestWords) return isDeclared;
  const shareOf = (isOne: (text: string) => boolean) =>
    spoken.filter(({ text }) => isOne(text)).length / spoken.length;
  const share = shareOf((text) => english.has(text));
  if (share >= (isDeclared ? leastShare : 2 * leastShare)) return true;
  if (!isDeclared || spoken.length > shortPage) return false;
  return shareOf((text) => foreign.has(text)) <= share && shareOf(isPlain) >= leastPlain;
}

function isPlain(text: string): boolean {
  return /^[a-z']+$/.test(text);
}
