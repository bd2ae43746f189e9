/** Does the evidence fit the page? Whether the page's condition and dose are those that were studied. */
import type { Claim, Database, Study } from '../database/schema.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import { studiesOf } from './citation.ts';
import { capital, numeral, originWords } from './words.ts';

export interface FitNote {
  readonly aspect: 'Condition' | 'Dose';
  /** `same`: the page's was studied; `other`: it was not; `unnamed`: the page does not say */
  readonly fits: 'same' | 'other' | 'unnamed';
  readonly text: string;
}

/** Designs in animals and cells: their doses say nothing of a patient's. */
const outsidePeople: readonly Study['design'][] = ['animal study', 'cell study'];

/** Notes on fit for a claim that speaks of an effect; none where the question makes no sense. */
export function fitNotes(
  quote: string,
  made: ClaimMade,
  claim: Claim,
  database: Database,
): readonly FitNote[] {
  if (claim.kind !== 'efficacy') return [];
  return [conditionNote(made, claim, database), doseNote(quote, claim, database)].filter(
    (note) => note !== undefined,
  );
}

/** The name of a concept; its id where the database does not hold it. */
export function conceptName(id: string, database: Database): string {
  return database.concepts.find((concept) => concept.id === id)?.name ?? id.replaceAll('-', ' ');
}

function conditionNote(made: ClaimMade, claim: Claim, database: Database): FitNote | undefined {
  if (claim.condition === 'any') return undefined;
  const named = made.reasons.find((reason) => reason.role === 'condition');
  const condition = conceptName(claim.condition, database);
  if (!named) {
    const text = `The page names no condition here. The evidence shown is for: ${condition}.`;
    return { aspect: 'Condition', fits: 'unnamed', text };
  }
  const where = named.from === 'sentence' ? '' : `, ${originWords[named.from]}`;
  const text = `${capital(condition)} (the page: “${named.text}”${where}).`;
  return { aspect: 'Condition', fits: 'same', text };
}

function doseNote(quote: string, claim: Claim, database: Database): FitNote | undefined {
  const studied = studiesOf(claim, database)
    .filter((study) => !outsidePeople.includes(study.design))
    .flatMap((study) => milligrams(study.dose ?? ''));
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
