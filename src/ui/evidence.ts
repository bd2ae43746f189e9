/** The evidence on a claim, in blocks that card and library share: short lines first, the rest behind disclosures. */
import type { Claim, Database, Study } from '../database/schema.ts';
import { studiesOf } from './citation.ts';
import { element, list } from './element.ts';
import { figuresBlock } from './figures.ts';
import type { FitNote } from './fit.ts';
import { forestPlot } from './plot.ts';
import { plotPanels } from './plot-rows.ts';
import { studyEntry } from './study-entry.ts';
import { count, dateWords } from './words.ts';

/** A part of the evidence under a title. */
export interface Block {
  readonly title: string;
  readonly body: readonly (Element | undefined)[];
}

/** Everything known of a claim, in reading order; blocks with nothing to say are left out. `more`: the way to a study's own page. */
export function evidenceBlocks(
  claim: Claim,
  database: Database,
  more: (study: Study) => HTMLElement,
): readonly Block[] {
  const studies = studiesOf(claim, database);
  const panels = plotPanels(claim, database);
  const blocks: readonly Block[] = [
    { title: 'Key figures', body: [figuresBlock(claim, database)] },
    { title: 'The results as a picture', body: panels.map(forestPlot) },
    {
      title: studies.length ? count(studies.length, 'study or source', 'studies and sources') : 'Studies',
      body: [
        ...studies.map((study) => studyEntry(study, claim.id, more(study))),
        claim.noStudyFound ? element('p', {}, claim.noStudyFound) : undefined,
      ],
    },
    {
      title: 'What is known, and what is not',
      body: [
        under('Fairly certain', claim.known),
        under('Not known', claim.unknown),
        under('Keep in mind', claim.caveats),
        element('p', {}, element('strong', {}, 'Who was studied: '), claim.studied),
      ],
    },
    { title: 'How pages overstate this', body: [list(claim.overstatements)] },
  ];
  return blocks.filter(({ body }) => body.some(Boolean));
}

/** A block behind a disclosure. */
export function folded({ title, body }: Block): HTMLDetailsElement {
  return element(
    'details',
    { class: 'block' },
    element('summary', {}, title),
    element('div', { class: 'body' }, ...body),
  );
}

/** Whether the page's condition, outcome and dose are those studied. */
export function fitBlock(notes: readonly FitNote[]): HTMLElement | undefined {
  if (!notes.length) return undefined;
  const words = { same: 'fits', near: 'look closer', other: 'differs', unnamed: 'not named' } as const;
  return element(
    'ul',
    { class: 'fit' },
    ...notes.map(({ aspect, fits, text }) =>
      element(
        'li',
        { class: fits },
        element('span', { class: 'chip' }, `${aspect}: ${words[fits]}`),
        ' ',
        text,
      ),
    ),
  );
}

/** When the claim was reviewed, how old the database is, how far the literature was searched. */
export function datesLine(claim: Claim, { date, searchedTo }: Database): string {
  return `Reviewed ${dateWords(claim.reviewed)}. Evidence searched to ${dateWords(searchedTo)}. Database of ${dateWords(date)}.`;
}

function under(title: string, texts: readonly string[]): Element | undefined {
  const items = list(texts);
  return items && element('div', { class: 'labelled' }, element('h3', {}, title), items);
}
