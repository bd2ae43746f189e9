/** How many years of school a text asks of its reader. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The Flesch-Kincaid grade. A number counts as one word of one syllable, whatever its length. */
export function readingGrade(text: string): number {
  const said = [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return fleschKincaid({
    sentence: sentencesOf(text).length,
    word: said.length,
    syllable: said.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

/** The sentence that asks the most. */
export function hardestSentence(text: string): string {
  const [hardest] = sentencesOf(text).sort((a, b) => readingGrade(b) - readingGrade(a));
  return hardest ?? text;
}

function sentencesOf(text: string): string[] {
  return [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}
