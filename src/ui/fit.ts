/** Does the evidence fit the page? Whether the page's condition, outcome and dose are those that were studied. */
import type { Claim, Database, Study } from '../database/schema.ts';
import type { Design } from '../database/vocabulary.ts';
import type { ClaimMade, Reason } from '../matching/page-text.ts';
import { studiesOf } from './citation.ts';
import { capital, count, numeral, originWords } from './words.ts';

export interface FitNote {
  readonly aspect: 'Condition' | 'Outcome' | 'Dose';
  /** `same`: the page's was studied; `near`: only others of its kind; `other`: it was not; `unnamed`: the page does not say */
  readonly fits: 'same' | 'near' | 'other' | 'unnamed';
  readonly text: string;
}

/** Designs that tell nothing of what patients took and felt: animals, cells, trials still to report, and what only writes about others. */
const withoutResults: readonly Design[] = [
  'animal study',
  'cell study',
  'registered trial',
  'trial protocol',
  'label',
  'guideline',
  'review',
  'document',
];
/** In milligrams; above it, what a study gave was naltrexone at full dose, or another medicine. */
const highestLowDose = 15;

/** Notes on fit for a claim that speaks of an effect; none where the question makes no sense. */
export function fitNotes(
  quote: string,
  made: ClaimMade,
  claim: Claim,
  database: Database,
): readonly FitNote[] {
  if (claim.kind !== 'efficacy') return [];
  const studies = studiesOf(claim, database);
  return [
    conditionNote(made, claim, studies, database),
    outcomeNote(made, claim, studies, database),
    doseNote(quote, claim, studies),
  ].filter((note) => note !== undefined);
}

/** The name of a concept; its id where the database does not hold it. */
export function conceptName(id: string, database: Database): string {
  return database.concepts.find((concept) => concept.id === id)?.name ?? id.replaceAll('-', ' ');
}

function conditionNote(
  made: ClaimMade,
  claim: Claim,
  studies: readonly Study[],
  database: Database,
): FitNote | undefined {
  if (claim.condition === 'any') return undefined;
  const condition = conceptName(claim.condition, database);
  if (claim.noStudyFound) {
    const text = `No study of this in ${condition} was found. ${claim.studied}`;
    return { aspect: 'Condition', fits: 'other', text };
  }
  const named = made.reasons.find(({ role }) => role === 'condition');
  if (!named) {
    const text = `The page names no condition here. The evidence shown is for: ${condition}.`;
    return { aspect: 'Condition', fits: 'unnamed', text };
  }
  const people = studies.flatMap((study) => [study.title ?? '', study.people ?? '']);
  if (isNamedIn([condition, claim.studied, ...people], named.text))
    return { aspect: 'Condition', fits: 'same', text: `${capital(condition)} (${pageWords(named)}).` };
  const text = `Counted here as ${condition} (${pageWords(named)}). Studied: ${claim.studied}`;
  return { aspect: 'Condition', fits: 'near', text };
}

/** Is what the page names itself among what was studied? "lupus" is no "rheumatoid arthritis", though one claim covers both. */
function isNamedIn(texts: readonly string[], word: string): boolean {
  const stem = word.replace(/[’']s$/u, '').replace(/(?<=\w{4})s$/u, '');
  // punctuation may be written otherwise, and is no pattern
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${stem.replace(/[^\p{L}\p{N}]/gu, '.')}`, 'iu');
  return texts.some((text) => form.test(text));
}

function outcomeNote(
  made: ClaimMade,
  claim: Claim,
  studies: readonly Study[],
  database: Database,
): FitNote | undefined {
  const named = made.reasons.find(({ role }) => role === 'outcome');
  if (claim.outcome === 'any' || !named || claim.noStudyFound) return undefined;
  const outcome = conceptName(claim.outcome, database);
  const measured = studies.filter((study) => bearsOn(study, claim) && !withoutResults.includes(study.design));
  if (!measured.length)
    return { aspect: 'Outcome', fits: 'other', text: `No study in people measured ${outcome}.` };
  const sources = count(measured.length, 'study or analysis', 'studies and analyses');
  const text = `${capital(outcome)} (${pageWords(named)}); measured in ${sources} of people.`;
  return { aspect: 'Outcome', fits: 'same', text };
}

function pageWords({ text, from }: Reason): string {
  return `the page: “${text}”${from === 'sentence' ? '' : `, ${originWords[from]}`}`;
}

function doseNote(quote: string, claim: Claim, studies: readonly Study[]): FitNote | undefined {
  const studied = studies
    .filter((study) => bearsOn(study, claim) && !withoutResults.includes(study.design))
    .flatMap((study) => milligrams(study.dose ?? ''))
    .filter((dose) => dose <= highestLowDose);
  const named = milligrams(quote);
  if (!studied.length || !named.length) return undefined;
  const [least, most] = [Math.min(...studied), Math.max(...studied)];
  const range = least === most ? `${numeral(least)} mg` : `${numeral(least)} to ${numeral(most)} mg`;
  const outside = named.filter((dose) => dose < least || dose > most);
  const said = (doses: readonly number[]) => doses.map((dose) => `${numeral(dose)} mg`).join(', ');
  return outside.length
    ? { aspect: 'Dose', fits: 'other', text: `The page names ${said(outside)}; the studies used ${range}.` }
    : { aspect: 'Dose', fits: 'same', text: `${said(named)} lies within what was studied (${range}).` };
}

function bearsOn({ findings }: Study, { id }: Claim): boolean {
  return findings.some((finding) => finding.claims?.includes(id));
}

/** The doses in milligrams that a text names: "1.5 mg to 4.5 mg" and "1.5-4.5 mg" are 1.5 and 4.5. */
export function milligrams(text: string): readonly number[] {
  const found = text.matchAll(
    /(\d+(?:\.\d+)?)(?:\s*(?:mg)?\s*(?:-|–|to|or|and)\s*(\d+(?:\.\d+)?))?\s*mg\b(?!\s*\/\s*kg)/giu,
  );
  const doses = [...found]
    .flatMap(([, first, second]) => [first, second])
    .filter((dose) => dose !== undefined);
  return [...new Set(doses.map(Number))];
}
