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
 * Whether a page speaks of naltrexone in a low dose: it spells naltrexone and names a low dose, or an illness that only low doses are tried in,
 * or names LDN and is on medicine. "LDN" alone will not do: it also means London, a lymph node dissection, a network.
 */
export function speaksOfLdn(units: readonly FoundUnit[], titles: readonly FoundWords[]): boolean {
  const all = [...titles, ...units];
  const has = (read: FoundWords, ...ids: string[]) =>
    read.hits.some(({ concept }) => ids.includes(concept.id));
  const count = (is: (read: FoundWords) => boolean) => all.filter(is).length;
  const isSpelt = all.some(({ words }) => words.some(({ text }) => spelling.test(text)));
  if (isSpelt && all.some((read) => has(read, 'low-dose', 'small-amount', 'ldn'))) return true;
  if (isSpelt && titles.some((read) => has(read, 'naltrexone')) && titles.some(namesIllness)) return true;
  const illness = count(namesIllness);
  if (isSpelt)
    return illness > 0 && illness >= count((read) => has(read, 'addiction', 'obesity', 'full-dose'));
  if (!all.some((read) => has(read, 'ldn'))) return false;
  if (all.some((read) => has(read, 'other-ldn') && has(read, 'ldn'))) return false;
  const onMedicine = count((read) => read.hits.some(({ concept }) => isMedical(concept)));
  return onMedicine >= fewestMedical && onMedicine > mostOthers * count((read) => has(read, 'other-ldn'));
}

/** Illnesses that naltrexone is prescribed for in full doses. */
const fullDoseIllnesses = new Set(['addiction', 'obesity', 'no-id-condition', 'psychiatric']);

function namesIllness({ hits }: FoundWords): boolean {
  return hits.some(({ concept }) => concept.role === 'condition' && !fullDoseIllnesses.has(concept.id));
}

/** "naltrexone", also misspelt. */
const spelling = /^nal?tr[eo]x/;
/** Sentences on diseases, symptoms, doses or research that make "LDN" a medicine; and how many there must be for one on another LDN. */
const fewestMedical = 3;
const mostOthers = 2;

const medical = new Set([
  'small-amount',
  'fraction-of-dose',
  'dose-word',
  'dose-step',
  'titration',
  'side-effects',
  'named-side-effect',
  'liver',
  'pregnancy',
  'opioid-medicine',
  'opioid-receptor',
  'opioid-blockade',
  'endorphins',
  'microglia',
  'off-label',
  'compounded',
  'not-approved',
  'pharmacy',
  'promising-research',
  'patients-report',
  'respond-all',
  'pain',
  'pain-relief',
  'fatigue',
  'brain-fog',
  'insomnia',
]);

function isMedical({ role, id }: Concept): boolean {
  return (role === 'condition' && id !== 'obesity') || medical.has(id);
}
