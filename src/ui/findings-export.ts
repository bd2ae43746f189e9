/** A page's findings to take along: Markdown, CSV, W3C Web Annotations, ClaimReview. Pure: texts in, a text out. */
import Papa from 'papaparse';
import type { Claim, Database, Stance } from '../database/schema.ts';
import type { Verdict } from '../matching/verdict.ts';
import { studiesOf, studyCitation } from './citation.ts';
import { sentenceAddress } from './sentence-address.ts';
import { verdictOrder, verdictStyles } from './verdict-style.ts';
import { dateWords, notAdvice, ratingWords, stanceWords } from './words.ts';

/** A page with what was found on it. */
export interface PageFindings {
  readonly title: string;
  readonly address: string;
  /** when it was read, ISO date and time */
  readonly read: string;
  readonly mentions: readonly FoundMention[];
  readonly unassessed: number;
  readonly database: Database;
}

interface FoundMention {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly isRepeated: boolean;
  readonly verdict: Verdict;
  readonly claims: readonly { readonly id: string; readonly stance: Stance; readonly verdict: Verdict }[];
}

/** A claim made by a mention, with what the database says of it. */
interface Row {
  readonly mention: FoundMention;
  readonly claim: Claim;
  readonly stance: Stance;
  readonly verdict: Verdict;
  /** the address of the very sentence */
  readonly address: string;
}

function rowsOf({ mentions, address, database }: PageFindings): readonly Row[] {
  const claims = new Map(database.claims.map((claim) => [claim.id, claim]));
  return mentions.flatMap((mention) =>
    mention.claims.flatMap(({ id, stance, verdict }) => {
      const claim = claims.get(id);
      const place = sentenceAddress({ ...mention, address });
      return claim ? [{ mention, claim, stance, verdict, address: place }] : [];
    }),
  );
}

/** For people: each sentence with its verdict, answer, and the studies at the end. */
export function toMarkdown(page: PageFindings): string {
  const { title, address, read, unassessed, database } = page;
  const rows = rowsOf(page);
  const claims = [...new Set(rows.map(({ claim }) => claim))];
  const studies = [...new Set(claims.flatMap((claim) => studiesOf(claim, database)))];
  const found = rows.map(
    ({ mention, claim, stance, verdict, address: place }, i) =>
      `${i + 1}. **${verdictStyles[verdict].words}**: [“${inMarkdown(flat(mention.quote))}”](${inLink(place)})\n` +
      `   ${stanceWords[stance]}. Claim: ${inMarkdown(claim.statement)}\n` +
      `   ${inMarkdown(claim.answer)} (${ratingWords[claim.rating]}; certainty: ${claim.certainty})`,
  );
  return [
    `# LDN claims on “${inMarkdown(title)}”`,
    `<${address}>, read on ${dateWords(read.slice(0, 10))}.`,
    found.join('\n\n') || 'No claims were recognised.',
    `${unassessed} more sentences speak of LDN and were not assessed. Unmarked does not mean true.`,
    ...(studies.length
      ? ['## Studies and sources', studies.map((study) => `- ${inMarkdown(studyCitation(study))}`).join('\n')]
      : []),
    `LDN Lens, database of ${dateWords(database.date)}, evidence searched to ${dateWords(database.searchedTo)}. ${notAdvice}\n`,
  ].join('\n\n');
}

/** For tables: one row a claim. Cells that a spreadsheet would take for formulas are defused. */
export function toCsv(page: PageFindings): string {
  const rows = rowsOf(page).map(({ mention, claim, stance, verdict, address }) => ({
    verdict: verdictStyles[verdict].words,
    sentence: flat(mention.quote),
    stance: stanceWords[stance],
    claim: claim.statement,
    claimId: claim.id,
    evidence: ratingWords[claim.rating],
    certainty: claim.certainty,
    answer: claim.answer,
    link: address,
    page: page.title,
    read: page.read,
    databaseDate: page.database.date,
  }));
  return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}

/** For annotation tools: W3C Web Annotations with text quote selectors. `newId` gives each its IRI. */
export function toAnnotations(page: PageFindings, newId: () => string): string {
  const items = rowsOf(page).map(({ mention, claim, stance, verdict }) => ({
    id: newId(),
    type: 'Annotation',
    motivation: 'assessing',
    created: page.read,
    generator: { id: generatorId, type: 'Software', name: 'LDN Lens' },
    body: {
      type: 'TextualBody',
      purpose: 'assessing',
      format: 'text/plain',
      language: 'en',
      value: `${verdictStyles[verdict].words} (${stanceWords[stance].toLowerCase()}). ${claim.answer} Certainty: ${claim.certainty}. Claim: ${claim.statement} [${claim.id}]`,
    },
    target: {
      source: page.address,
      selector: {
        type: 'TextQuoteSelector',
        // the model asks for white space as it is drawn
        exact: flat(mention.quote),
        ...(mention.before && { prefix: oneSpaced(mention.before) }),
        ...(mention.after && { suffix: oneSpaced(mention.after) }),
      },
    },
  }));
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: newId(),
    type: 'AnnotationCollection',
    label: `LDN claims on “${page.title}”`,
    total: items.length,
    first: { id: newId(), type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

const generatorId = 'urn:ldn-lens';

/**
 * For fact-check tools: schema.org ClaimReview, one a claim; 1 is worst, 4 is in line with the evidence. Without `url`: that is
 * where the review itself stands, and only who publishes it knows.
 */
export function toClaimReview(page: PageFindings): string {
  const reviews = rowsOf(page).map(({ mention, claim, verdict, address }) => ({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    inLanguage: 'en',
    datePublished: claim.reviewed,
    claimReviewed: flat(mention.quote),
    author: { '@type': 'Organization', name: 'LDN Lens' },
    itemReviewed: {
      '@type': 'Claim',
      name: claim.statement,
      appearance: { '@type': 'WebPage', name: page.title, url: address },
    },
    citation: studiesOf(claim, page.database).map(studyCitation),
    reviewRating: {
      '@type': 'Rating',
      ratingValue: verdictOrder.indexOf(verdict) + 1,
      worstRating: 1,
      bestRating: verdictOrder.length,
      alternateName: verdictStyles[verdict].words,
      ratingExplanation: claim.answer,
    },
  }));
  return `${JSON.stringify(reviews, null, 2)}\n`;
}

function flat(text: string): string {
  return oneSpaced(text).trim();
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Text that Markdown takes for text. */
function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

/** An address that Markdown takes to its end. */
function inLink(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
