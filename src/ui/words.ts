/** The reader's words for what the database and the matcher say in theirs. */
import type { Certainty, Finding, Kind, Rating, Stance } from '../database/schema.ts';
import type { Reason, Role } from '../matching/page-text.ts';
import type { Verdict } from '../matching/verdict.ts';

/** Says once on each surface what this is not. */
export const notAdvice = 'Information, not medical advice.';

/** How strongly the page puts it. */
export const stanceWords: Readonly<Record<Stance, string>> = {
  asserts: 'Stated as a fact',
  hedges: 'Said to be possible',
  denies: 'Said not to be so',
};

/** Which way the evidence points; how sure that is stands apart, in `certaintyWords`. */
export const ratingWords: Readonly<Record<Rating, string>> = {
  established: 'Well established',
  supported: 'Evidence supports it',
  mixed: 'Studies disagree',
  preliminary: 'Early signs only',
  untested: 'Not properly tested',
  contradicted: 'Evidence speaks against it',
};

/** What each rating means. */
export const ratingMeanings: Readonly<Record<Rating, string>> = {
  established: 'Shown beyond reasonable doubt, or a plain fact in an official source.',
  supported: 'Good studies or official sources agree.',
  mixed: 'Good studies come to different results.',
  preliminary: 'Small or uncontrolled studies point this way; nobody has compared properly.',
  untested: 'No study in people answers the question.',
  contradicted: 'The best studies or official sources find otherwise.',
};

/** GRADE's four steps, lowest first: word, and what it means for a reader. */
export const certaintySteps: readonly { readonly certainty: Certainty; readonly meaning: string }[] = [
  { certainty: 'very low', meaning: 'We are very uncertain. New studies may well turn this around.' },
  { certainty: 'low', meaning: 'The truth may be quite different.' },
  { certainty: 'moderate', meaning: 'This is probably right, but new studies could change it.' },
  { certainty: 'high', meaning: 'New studies are unlikely to change this.' },
];

export const kindWords: Readonly<Record<Kind, string>> = {
  efficacy: 'Does it help?',
  mechanism: 'How it works',
  safety: 'Safety',
  dosing: 'Dose and timing',
  regulatory: 'Approval and supply',
  research: 'State of research',
};

/** Which way a finding points. */
export const directionWords: Readonly<Record<Finding['direction'], string>> = {
  benefit: 'better with LDN',
  harm: 'worse with LDN',
  'no difference': 'no clear difference',
  unclear: 'neither for nor against',
};

/** What part a word of the page played in the match. */
export const roleWords: Readonly<Record<Role, string>> = {
  subject: 'What it is about',
  relation: 'What it is said to do',
  outcome: 'For what',
  condition: 'For whom',
  stance: 'How strongly',
};

/** Where a word stood that is not in the sentence itself. */
export const originWords: Readonly<Record<Reason['from'], string>> = {
  sentence: 'in this sentence',
  'previous sentence': 'in the sentence before',
  'lead-in': 'in the line that introduces the list',
  'table header': 'in the table’s header',
  heading: 'in a heading above',
  title: 'in the page’s title',
};

const stancePart: Readonly<Record<Stance, string>> = {
  asserts: 'The page states this as a fact',
  hedges: 'The page says this is possible',
  denies: 'The page says this is not so',
};

const ratingPart: Readonly<Record<Rating, string>> = {
  established: 'it is well established',
  supported: 'the evidence supports it',
  mixed: 'studies disagree',
  preliminary: 'there are only early signs of it',
  untested: 'it has not been properly tested',
  contradicted: 'the evidence speaks against it',
};

/** Why this verdict: how the page puts it, against what is known. */
export function verdictReason(rating: Rating, stance: Stance, verdict: Verdict): string {
  const known =
    stance === 'denies' && rating === 'preliminary' ? 'early signs leave it open' : ratingPart[rating];
  return `${stancePart[stance]}${link(rating, stance, verdict)} ${known}.`;
}

function link(rating: Rating, stance: Stance, verdict: Verdict): string {
  if (verdict !== 'in-line') return ', but';
  const isOpen = rating === 'mixed' || rating === 'preliminary';
  return stance === 'hedges' && isOpen ? ', which is fair:' : ', and';
}

/** "1 study", "11 studies". */
export function count(number: number, one: string, many: string): string {
  const form = new Intl.PluralRules('en').select(number) === 'one' ? one : many;
  return `${new Intl.NumberFormat('en').format(number)} ${form}`;
}

const dateForms: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/** "22 November 2026" of an ISO date, "December 2023" of a month; the text itself where it is none. */
export function dateWords(iso: string): string {
  const date = new Date(iso);
  const form = dateForms[iso.split('-').length - 1];
  if (!form || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'UTC' }).format(date);
}

/** "Pain" of "pain". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** A number as printed: a true minus sign, no needless digits, or at least as many as asked for. */
export function numeral(value: number, digits?: number): string {
  const least = digits ?? 0;
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: 3 });
  return format.format(value).replace('-', '−');
}

/** A long text by its beginning, cut between words. */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).replace(/\s\S*$/u, '')} …`;
}
