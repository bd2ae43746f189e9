/** A claim's own page in the library: everything known of it, laid open. */
import type { Claim, Database, Study } from '../database/schema.ts';
import { studiesOf } from './citation.ts';
import { certainty, direction } from './comparison.ts';
import { element } from './element.ts';
import { datesLine, evidenceBlocks } from './evidence.ts';
import { conceptName } from './fit.ts';
import { historyTable } from './history-table.ts';
import { entryAddress } from './library-route.ts';
import { partsBlock } from './parts.ts';
import { referenceFiles } from './reference-files.ts';
import { capital, kindWords, notAdvice } from './words.ts';

/** The page of a claim. */
export function claimPage(claim: Claim, database: Database): HTMLElement {
  return element(
    'article',
    {},
    element(
      'p',
      { class: 'above' },
      [kindWords[claim.kind], conditionOf(claim, database)].filter(Boolean).join(' · '),
    ),
    element('h1', { tabindex: -1 }, claim.statement),
    element('p', { class: 'lead' }, claim.answer),
    element('div', { class: 'glance' }, direction(claim), certainty(claim)),
    partsBlock(claim),
    element('p', {}, claim.summary),
    ...evidenceBlocks(claim, database, studyPageLink).map(({ title, body }) =>
      element(
        'section',
        { class: 'part' },
        element('h2', {}, title),
        ...body.filter((one) => one !== undefined),
      ),
    ),
    filesPart(claim, database),
    historyTable(claim),
    related(claim, database),
    element('p', { class: 'foot' }, `${datesLine(claim, database)} `, element('strong', {}, notAdvice)),
  );
}

/** The way from a study in a list to its own page. */
function studyPageLink(study: Study): HTMLElement {
  const name = element('span', { class: 'unseen' }, `: ${study.citation}`);
  return element(
    'p',
    {},
    element('a', { href: entryAddress('study', study.id) }, 'All about this study', name),
  );
}

function conditionOf(claim: Claim, database: Database): string | undefined {
  return claim.condition === 'any' ? undefined : capital(conceptName(claim.condition, database));
}

function filesPart(claim: Claim, database: Database): HTMLElement | undefined {
  const files = referenceFiles(studiesOf(claim, database), claim.id);
  return (
    files &&
    element('section', { class: 'part files-part' }, element('h2', {}, 'Take the studies along'), files)
  );
}

/** Other claims on the same condition; where none is named, of the same kind. */
function related(claim: Claim, database: Database): HTMLElement | undefined {
  const isAkin = (other: Claim) =>
    claim.condition === 'any'
      ? other.kind === claim.kind && other.condition === 'any'
      : other.condition === claim.condition;
  const akin = database.claims.filter((other) => other.id !== claim.id && isAkin(other)).slice(0, 8);
  if (!akin.length) return undefined;
  return element(
    'section',
    { class: 'part' },
    element('h2', {}, 'Related claims'),
    element(
      'ul',
      {},
      ...akin.map(({ id, statement }) =>
        element('li', {}, element('a', { href: entryAddress('claim', id) }, statement)),
      ),
    ),
  );
}
