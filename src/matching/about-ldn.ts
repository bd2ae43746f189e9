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
 * Some sentence or title names naltrexone in a low dose, in words or milligrams. "LDN" alone counts on a page that speaks of medicine: it
 * also means London, a lymph node dissection, a network.
 */
export function speaksOfLdn(units: readonly FoundUnit[], titles: readonly FoundWords[]): boolean {
  const has = (read: FoundWords, ...ids: string[]) =>
    read.hits.some(({ concept }) => ids.includes(concept.id));
  const spells = ({ words }: FoundWords) => words.some(({ text }) => spelling.test(text));
  const isNamed = [...titles, ...units].some((read) => has(read, 'ldn') && spells(read));
  if (isNamed || units.some((read) => has(read, 'naltrexone') && has(read, 'low-dose', 'small-amount')))
    return true;
  if (!units.some((read) => has(read, 'ldn')) || units.some((read) => has(read, 'other-ldn'))) return false;
  return (
    units.some(spells) ||
    units.filter((read) => read.hits.some(({ concept }) => isMedical(concept))).length >= fewestMedical
  );
}

/** "naltrexone", also misspelt. */
const spelling = /^nal?tr[eo]x/;
/** Sentences on diseases or doses that make "LDN" a medicine. */
const fewestMedical = 3;

function isMedical({ role, id }: Concept): boolean {
  return (
    (role === 'condition' && id !== 'obesity') ||
    id === 'small-amount' ||
    id === 'named-side-effect' ||
    id === 'endorphins'
  );
}
