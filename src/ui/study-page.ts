/** A study's own page in the library: who, what, how much, its limits, and the claims it bears on. */
import type { Database, Finding, Study } from '../database/schema.ts';
import { studyCitation } from './citation.ts';
import { element } from './element.ts';
import { frequencyBars } from './figures.ts';
import { entryAddress } from './library-route.ts';
import { effectWords } from './plot.ts';
import { referenceFiles } from './reference-files.ts';
import { linkRow, studyGlance, studyLimits, studyTerms } from './study-entry.ts';
import { capital, directionWords } from './words.ts';

/** The page of a study. */
export function studyPage(study: Study, database: Database): HTMLElement {
  return element(
    'article',
    {},
    element('p', { class: 'above' }, studyGlance(study)),
    element('h1', { tabindex: -1 }, study.citation),
    study.title !== undefined && element('p', { class: 'lead' }, study.title),
    study.notice !== undefined && element('p', { class: 'notice' }, study.notice),
    element('p', { class: 'quiet' }, [study.authors, study.journal].filter(Boolean).join('. ')),
    linkRow(study),
    part('The study', studyTerms(study)),
    part('Results', results(study)),
    part('What to keep in mind', ...studyLimits(study)),
    part('Claims that rest on it', citingClaims(study, database)),
    part(
      'To cite it',
      element('p', { class: 'cite' }, studyCitation(study)),
      referenceFiles([study], study.id),
    ),
  );
}

function part(title: string, ...body: readonly (Element | undefined)[]): HTMLElement | undefined {
  const given = body.filter((one) => one !== undefined);
  if (!given.length) return undefined;
  return element('section', { class: 'part' }, element('h2', {}, title), ...given);
}

function results({ findings }: Study): HTMLElement | undefined {
  if (!findings.length) return undefined;
  const head = ['Outcome', 'Result', 'Reads as'].map((name) => element('th', { scope: 'col' }, name));
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Table of results' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...findings.map(resultRow)),
    ),
  );
}

function resultRow(finding: Finding): HTMLElement {
  const { effect } = finding;
  const measured = effect && [effect.measure, effectWords(effect), effect.unit].filter(Boolean).join(', ');
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, capital(finding.outcome)),
    element(
      'td',
      {},
      finding.result,
      measured !== undefined && element('span', { class: 'measured' }, measured),
      frequencyBars(finding, ''),
    ),
    element('td', {}, capital(directionWords[finding.direction])),
  );
}

function citingClaims(study: Study, database: Database): HTMLElement | undefined {
  const claims = database.claims.filter((claim) => claim.studies.includes(study.id));
  if (!claims.length) return undefined;
  const items = claims.map(({ id, statement }) =>
    element('li', {}, element('a', { href: entryAddress('claim', id) }, statement)),
  );
  return element('ul', {}, ...items);
}
