/** What a reader takes along as text: a claim with its evidence and sources, and the report of a wrong match. */
import type { Claim, Database, Study } from '../database/schema.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import { type Place, sentenceAddress } from './sentence-address.ts';
import { studyLinks } from './study-links.ts';
import { verdictStyles } from './verdict-style.ts';
import { dateWords, notAdvice, ratingWords, stanceWords } from './words.ts';

/** One line that names a study so that it can be found: "Younger et al. 2013. Title. Journal. https://doi.org/…". */
export function studyCitation(study: Study): string {
  const parts = [study.citation, study.title, study.journal].filter((part) => part !== undefined);
  const sentence = parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
  const link = studyLinks(study)[0]?.href ?? study.registration;
  return link ? `${sentence} ${link}` : sentence;
}

/** The studies of a claim, in the order in which the claim names them. */
export function studiesOf(claim: Claim, database: Database): readonly Study[] {
  const byId = new Map(database.studies.map((study) => [study.id, study]));
  return claim.studies.flatMap((id) => byId.get(id) ?? []);
}

/** A claim with its citation, ready to paste into a message or a note. */
export function claimCitation(claim: Claim, made: ClaimMade, place: Place, database: Database): string {
  const studies = studiesOf(claim, database).map((study) => `- ${studyCitation(study)}`);
  return [
    `A page says: “${flat(place.quote)}” (${stanceWords[made.stance].toLowerCase()})`,
    sentenceAddress(place),
    '',
    `${verdictStyles[made.verdict].words}: ${claim.answer}`,
    `${ratingWords[claim.rating]}; certainty: ${claim.certainty}.`,
    '',
    ...(studies.length ? ['Sources:', ...studies] : [claim.noStudyFound ?? 'No study was found.']),
    '',
    origin(database),
  ].join('\n');
}

/** The text of a report of a wrong match, for the reader to change and send if they wish; nothing sends it by itself. */
export function matchReport(claim: Claim, made: ClaimMade, place: Place, database: Database): string {
  const reasons = made.reasons.map((reason) => `- ${reason.role}: “${reason.text}” (${reason.from})`);
  return [
    'LDN Lens marked this sentence wrongly.',
    '',
    `Sentence: “${flat(place.quote)}”`,
    `Page: ${place.address}`,
    `Matched claim: ${claim.id}: ${claim.statement}`,
    `Read as: ${made.stance}; verdict: ${verdictStyles[made.verdict].words}`,
    ...(reasons.length ? ['Matched words:', ...reasons] : []),
    `Database: version ${database.version} of ${database.date}`,
    '',
    'What is wrong: ',
  ].join('\n');
}

function origin(database: Database): string {
  const { date, searchedTo } = database;
  return `LDN Lens, database of ${dateWords(date)}, evidence searched to ${dateWords(searchedTo)}. ${notAdvice}`;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
