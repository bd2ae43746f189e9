/** Key figures of a claim, and natural frequencies: "37 of 100 with LDN, 13 of 100 with placebo". */
import type { Claim, Database, Finding } from '../database/schema.ts';
import { studiesOf } from './citation.ts';
import { element } from './element.ts';
import { capital, numeral } from './words.ts';

/** The claim's figures with the study each comes from, then its frequencies as bars. */
export function figuresBlock(claim: Claim, database: Database): HTMLElement | undefined {
  const studies = new Map(studiesOf(claim, database).map((study) => [study.id, study]));
  const figures = claim.figures.map(({ text, study }) =>
    element('li', {}, text, ' ', element('cite', {}, studies.get(study)?.citation ?? study)),
  );
  const bars = [...studies.values()].flatMap((study) =>
    study.findings
      .filter((finding) => finding.claims?.includes(claim.id))
      .flatMap((finding) => frequencyBars(finding, study.citation) ?? []),
  );
  if (!figures.length && !bars.length) return undefined;
  return element('div', { class: 'figures' }, figures.length > 0 && element('ul', {}, ...figures), ...bars);
}

/** Two bars out of a hundred, each with its words: who had it, with LDN and without. */
export function frequencyBars(finding: Finding, source: string): HTMLElement | undefined {
  const { frequencies } = finding;
  if (!frequencies) return undefined;
  const bar = (name: string, number: number) =>
    element(
      'div',
      { class: 'frequency' },
      element('span', {}, name),
      meter(number),
      element('span', { class: 'number' }, `${numeral(number)} of 100`),
    );
  return element(
    'figure',
    { class: 'frequencies' },
    element('figcaption', {}, capital(finding.outcome), ' ', element('cite', {}, source)),
    bar('With LDN', frequencies.ldn),
    bar(`With ${frequencies.controlName}`, frequencies.control),
  );
}

/** A bar; its number stands beside it as text. */
function meter(number: number): HTMLElement {
  const filled = element('span', { class: 'filled' });
  filled.style.inlineSize = `${number}%`;
  return element('span', { class: 'bar', 'aria-hidden': 'true' }, filled);
}
