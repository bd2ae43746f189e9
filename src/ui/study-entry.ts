/** A study in a list: one line at first sight, the rest behind it. */
import type { Finding, Study } from '../database/schema.ts';
import { element, list, outLink } from './element.ts';
import { studyLinks } from './study-links.ts';
import { capital, count, directionWords } from './words.ts';

/** A study as it bears on a claim: name and size first; results, limits and links behind a disclosure. `more`: the way to all of it. */
export function studyEntry(study: Study, claimId: string, more: HTMLElement): HTMLElement {
  const own = study.findings.filter((finding) => finding.claims?.includes(claimId));
  return element(
    'details',
    { class: 'study' },
    element(
      'summary',
      {},
      element('span', { class: 'study-name' }, study.citation),
      element('span', { class: 'quiet' }, studyGlance(study)),
      study.notice !== undefined && element('strong', { class: 'notice' }, study.notice),
    ),
    study.title !== undefined && element('p', { class: 'title' }, study.title),
    findingList(own.length ? own : study.findings),
    studyTerms(study),
    ...studyLimits(study),
    linkRow(study),
    more,
  );
}

/** "Randomised trial · 99 people · 2024". */
export function studyGlance(study: Study): string {
  const people = study.participants && count(study.participants, 'person', 'people');
  return [capital(study.design), people, study.year ?? 'year not verified'].filter(Boolean).join(' · ');
}

/** What was found, each with the way it points. */
function findingList(findings: readonly Finding[]): HTMLElement | undefined {
  if (!findings.length) return undefined;
  const items = findings.map((finding) =>
    element(
      'li',
      {},
      element('strong', {}, capital(finding.outcome)),
      ` (${directionWords[finding.direction]}): ${finding.result}`,
    ),
  );
  return element('ul', { class: 'findings' }, ...items);
}

/** Limits, and what could not be checked at its source. */
export function studyLimits(study: Study): readonly HTMLElement[] {
  const parts = [labelled('Limits', study.limits), labelled('Not verified', study.notVerified)];
  return parts.filter((part) => part !== undefined);
}

/** The study's links; says so where there is none. */
export function linkRow(study: Study): HTMLElement {
  const links = studyLinks(study).map(({ name, href }) =>
    element(
      'li',
      {},
      outLink(href, name, element('span', { class: 'unseen' }, `, ${study.citation}, opens in a new tab`)),
    ),
  );
  if (!links.length) return element('p', { class: 'quiet' }, 'No public record to link to.');
  return element('ul', { class: 'links' }, ...links);
}

/** Design, people, dose, comparison, length, registration. */
export function studyTerms(study: Study): HTMLElement | undefined {
  const rows = [
    ['Design', study.designNote],
    ['Who', study.people],
    ['Women', study.womenPercent === undefined ? undefined : `${study.womenPercent}%`],
    ['Dose', study.dose],
    ['Compared with', study.comparator],
    ['How long', study.duration],
    ['Registered as', study.registration],
  ].flatMap(([name, value]) =>
    name && value ? [element('dt', {}, name), element('dd', {}, capital(value))] : [],
  );
  return rows.length ? element('dl', {}, ...rows) : undefined;
}

function labelled(name: string, texts: readonly string[] | undefined): HTMLElement | undefined {
  const items = list(texts);
  return items && element('div', { class: 'labelled' }, element('h3', {}, name), items);
}
