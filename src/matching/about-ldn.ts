/** Does a page speak of low-dose naltrexone, and is it about it? */
import type { Concept } from '../database/schema.ts';
import type { Hit } from './concepts.ts';
import type { Unit } from './units.ts';
import type { Word } from './words.ts';

/** Words with the concepts in them. */
export interface FoundWords {
  readonly words: readonly Word[];
  readonly hits: readonly Hit[];
}

/** A unit with the concepts in it. */
export interface FoundUnit extends FoundWords {
  readonly unit: Unit;
}

/** Where one sentence in so many names LDN, the page is about it, whatever its title. */
const oneIn = 8;

/** Shorter pieces are labels of links and shelves: a shop that sells LDN is not about it. */
const shortestSentence = 6;

/** Title or main heading name LDN, or so many sentences do that the others are about it too. */
export function isAboutLdn(titles: readonly (readonly Hit[])[], units: readonly FoundUnit[]): boolean {
  const names = (hits: readonly Hit[]) =>
    hits.some(({ concept }) => concept.id === 'ldn' || concept.id === 'naltrexone');
  const sentences = units.filter(({ words }) => words.length >= shortestSentence);
  const naming = sentences.filter(({ hits }) => names(hits)).length;
  return titles.some(names) || naming * oneIn >= Math.max(sentences.length, 2 * oneIn);
}

/**
 * Whether a page speaks of naltrexone in a low dose: it names LDN and is on medicine, or spells naltrexone and names a low dose, or an illness that only
 * low doses are tried in. "LDN" alone will not do: it also means London, a lymph node dissection, a network.
 */
export function speaksOfLdn(units: readonly FoundUnit[], titles: readonly FoundWords[]): boolean {
  const all = [...titles, ...units];
  const has = (read: FoundWords, ...ids: string[]) =>
    read.hits.some(({ concept }) => ids.includes(concept.id));
  const isSpelt = all.some(({ words }) => words.some(({ text }) => spelling.test(text)));
  if (isSpelt && all.some((read) => has(read, 'low-dose', 'small-amount'))) return true;
  if (isSpelt && titles.some((read) => has(read, 'naltrexone')) && titles.some(namesIllness)) return true;
  if (!all.some((read) => has(read, 'ldn'))) return false;
  if (isSpelt) return true;
  if (all.some((read) => has(read, 'other-ldn'))) return false;
  return all.filter((read) => read.hits.some(({ concept }) => isMedical(concept))).length >= fewestMedical;
}

/** Illnesses that naltrexone is prescribed for in full doses. */
const fullDoseIllnesses = new Set(['addiction', 'obesity', 'no-id-condition', 'psychiatric']);

function namesIllness({ hits }: FoundWords): boolean {
  return hits.some(({ concept }) => concept.role === 'condition' && !fullDoseIllnesses.has(concept.id));
}

/** "naltrexone", also misspelt. */
const spelling = /^nal?tr[eo]x/;
/** Sentences on diseases, symptoms or doses that make "LDN" a medicine. */
const fewestMedical = 3;

const medical = new Set([
  'small-amount',
  'named-side-effect',
  'endorphins',
  'pain',
  'pain-relief',
  'fatigue',
  'brain-fog',
  'insomnia',
  'dose-word',
]);

function isMedical({ role, id }: Concept): boolean {
  return (role === 'condition' && id !== 'obesity') || medical.has(id);
}
