/** What a unit inherits: whom it speaks of, and which condition, from the nearest place that says so. */
import { expect, test } from 'vitest';
import { createConceptFinder } from '../../src/matching/concepts.ts';
import { readUnits } from '../../src/matching/context.ts';
import { finish } from '../../src/matching/steps.ts';
import { database } from './bundled.ts';
import { documentOf } from './page-of.ts';

const find = createConceptFinder(database.concepts);

interface Case {
  readonly title: string;
  readonly page: string;
  /** of the page's last unit */
  readonly subject: string;
  readonly conditions: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'its own words': {
    title: 'Medicines',
    page: 'LDN helps in fibromyalgia.',
    subject: 'named: LDN',
    conditions: ['sentence: fibromyalgia'],
  },
  'two conditions': {
    title: 'Medicines',
    page: 'LDN helps in fibromyalgia and ME/CFS.',
    subject: 'named: LDN',
    conditions: ['sentence: fibromyalgia, me-cfs'],
  },
  'the pronoun "me" is no illness': {
    title: 'Medicines',
    page: 'LDN helps me.',
    subject: 'named: LDN',
    conditions: [],
  },
  'fatigue as a symptom is no illness': {
    title: 'Medicines',
    page: 'LDN helps with fatigue.',
    subject: 'named: LDN',
    conditions: [],
  },
  'the lead-in of a list goes before heading and title': {
    title: 'LDN for lupus',
    page: '## LDN for fibromyalgia\n\nIn Crohn’s disease LDN brings:\n\n- less pain',
    subject: 'context: LDN (lead-in)',
    conditions: ['lead-in: crohns', 'heading: fibromyalgia', 'title: rheumatic'],
  },
  'the header of a table': {
    title: 'LDN',
    page: '| Medicine | Fibromyalgia | ME/CFS |\n| --- | --- | --- |\n| LDN | less pain | more energy |',
    subject: 'named: LDN',
    conditions: ['table header: fibromyalgia, me-cfs'],
  },
  'the headings above, the nearest first': {
    title: 'LDN',
    page: '# LDN for long COVID\n\n## LDN for fibromyalgia\n\n### Less pain\n\nIt helps.',
    subject: 'pronoun: It = LDN (heading)',
    conditions: ['heading: fibromyalgia', 'heading: long-covid', 'title: long-covid'],
  },
  'a heading that has ended': {
    title: 'LDN',
    page: '## LDN for fibromyalgia\n\nIt helps.\n\n## LDN for everything else\n\nIt helps.',
    subject: 'pronoun: It = LDN (heading)',
    conditions: [],
  },
  'the sentence before': {
    title: 'LDN',
    page: 'Many have lupus. LDN helps them.',
    subject: 'named: LDN',
    conditions: ['previous sentence: rheumatic'],
  },
  'the paragraph before is not the sentence before': {
    title: 'LDN',
    page: 'Many have lupus.\n\nLDN helps them.',
    subject: 'named: LDN',
    conditions: [],
  },
  'it, after another medicine': {
    title: 'LDN',
    page: 'LDN helps. Ibuprofen is older. It helps too.',
    subject: 'rival: It',
    conditions: [],
  },
  'it, after a sentence that another medicine ends': {
    title: 'LDN',
    page: 'LDN helps some people more than ibuprofen. It is cheap.',
    subject: 'pronoun: It = LDN (previous sentence)',
    conditions: [],
  },
  'it, after a paragraph on another medicine, in a section on LDN': {
    title: 'LDN',
    page: '## Low-dose naltrexone\n\nIbuprofen is older.\n\nIt helps.',
    subject: 'context: Low-dose naltrexone (heading)',
    conditions: [],
  },
  'it, after the full dose': {
    title: 'Medicines',
    page: 'Low-dose naltrexone helps. It is cheap.',
    subject: 'pronoun: It = Low-dose naltrexone (previous sentence)',
    conditions: [],
  },
  'this medication': {
    title: 'Medicines',
    page: 'We use LDN.\n\nThis medication helps.',
    subject: 'pronoun: This medication = LDN (previous sentence)',
    conditions: [],
  },
  'another treatment': {
    title: 'LDN',
    page: 'Pregabalin helps.',
    subject: 'rival: Pregabalin',
    conditions: [],
  },
  'the full dose': {
    title: 'LDN',
    page: 'Naltrexone 50 mg helps.',
    subject: 'full-dose: Naltrexone',
    conditions: [],
  },
  'a section on LDN, in which nothing is named': {
    title: 'Medicines',
    page: '## Low-dose naltrexone\n\nLess pain for many.',
    subject: 'context: Low-dose naltrexone (heading)',
    conditions: [],
  },
  'a page on LDN, in which nothing is named': {
    title: 'Low-dose naltrexone and you',
    page: 'Less pain for many.',
    subject: 'context: Low-dose naltrexone (title)',
    conditions: [],
  },
  'a page on something else': {
    title: 'Medicines',
    page: 'Less pain for many.',
    subject: 'none',
    conditions: [],
  },
};

test.each(Object.entries(cases))('%s', (_, { title, page, subject, conditions }) => {
  const last = finish(readUnits(documentOf(title, page).page, find)).units.at(-1);
  const { kind, hit, inherited } = last?.subject ?? { kind: 'none' };
  const own =
    hit && last?.unit.block.text.slice(last.unit.words[hit.from]?.start, last.unit.words[hit.to - 1]?.end);
  const from = inherited && `${inherited.text} (${inherited.from})`;
  expect([kind, [own, from].filter(Boolean).join(' = ')].filter(Boolean).join(': ')).toBe(subject);
  expect(last?.conditions.map((set) => `${set.from}: ${[...set.conditions.keys()].join(', ')}`)).toEqual(
    conditions,
  );
});

test('cells know their headers, however long the row', () => {
  const long = 'so and so on '.repeat(60).trim();
  const page = `| Name | Story | Effect |\n| --- | --- | --- |\n| LDN | ${long} | less pain |`;
  const rows = finish(readUnits(documentOf('LDN', page).page, find)).units;
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.at(-1)?.cells.at(-1)?.header).toBe('Effect');
  expect(rows[0]?.cells[0]?.header).toBe('Name');
});
