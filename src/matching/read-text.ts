/** A short text of the page that units inherit from, a title or a header, with the concepts in it. */
import type { ConceptFinder, Hit } from './concepts.ts';
import { type Word, wordsOf } from './words.ts';

/** A text with the concepts in it. */
export interface FoundText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly hits: readonly Hit[];
}

/** Characters of it that count: many units inherit from one text, and it is read for each. */
const longestText = 300;

/** Finds the concepts in such a text. */
export function findIn(whole: string, find: ConceptFinder): FoundText {
  const text = whole.slice(0, longestText);
  const words = wordsOf(text);
  return { text, words, hits: find(words) };
}

/** The page's own words for a hit. */
export function wordsAt({ text, words }: FoundText, hit: Hit): string {
  return text.slice(words[hit.from]?.start, words[hit.to - 1]?.end);
}
