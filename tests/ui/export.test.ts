import { join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readAuthored } from '../../src/publish/read-database.ts';
import { toBibtex, toRis } from '../../src/ui/bibliography.ts';
import { toAnnotations, toClaimReview, toCsv, toMarkdown } from '../../src/ui/findings-export.ts';
import { fileName } from '../../src/ui/save-file.ts';
import { claim, database, study } from './example.ts';

const { studies } = readAuthored(join(import.meta.dirname, '../../src/database'));

/** What a reference manager reads: CSL data. */
interface Csl {
  readonly type: string;
  readonly title?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly literal?: string;
  }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
}

const read = (text: string, forceType: string): readonly Csl[] => new Cite(text, { forceType }).data;
const formats = [
  ['RIS', '@ris/file', toRis],
  ['BibTeX', '@bibtex/text', toBibtex],
] as const;

test('the parser that judges knows both formats', () => {
  expect(plugins.list()).toEqual(expect.arrayContaining(['@ris', '@bibtex']));
});

describe.each(formats)('%s', (_, type, write) => {
  const one = study('bruun-2024-final', {
    citation: 'Due Bruun et al. 2024 (FINAL)',
    title: 'Naltrexone 6 mg & placebo: 50% of {women} with pain_scores, #1',
    authors: "Due Bruun K, O'Neil-Smith JA, FINAL Study Group, et al",
    journal: 'The Lancet Rheumatology',
    year: 2024,
    doi: '10.1016/s2665-9913(23)00278-3',
    pmid: '38226027',
  });

  test('a well-kept parser reads every field', () => {
    const [entry] = read(write([one]), type);
    expect(entry).toMatchObject({
      type: 'article-journal',
      title: one.title,
      'container-title': one.journal,
      DOI: one.doi,
      issued: { 'date-parts': [[2024]] },
    });
    const [first, second] = entry?.author ?? [];
    expect(first?.family).toBe('Due Bruun');
    expect(first?.given?.replaceAll('.', '')).toBe('K');
    expect(second?.family).toBe("O'Neil-Smith");
    expect(entry?.author).toHaveLength(3);
  });

  test('what has no journal is no article', () => {
    const [entry] = read(write([study('label', { official: 'https://www.fda.gov/x' })]), type);
    expect(entry?.type).not.toBe('article-journal');
    expect(entry).toMatchObject({ title: 'label 2020', URL: 'https://www.fda.gov/x' });
  });

  test('what can be read nowhere is a report', () => {
    const [entry] = read(write([study('told', { title: 'As told' })]), type);
    expect(entry?.type).not.toBe('article-journal');
  });

  test('reads the whole library back, study for study', () => {
    const entries = read(write(studies), type);
    const normal = (text: string | undefined) => text?.replace(/\W+/gu, ' ').trim();
    expect(entries.map(({ title }) => normal(title))).toEqual(
      studies.map(({ title, citation }) => normal(title ?? citation)),
    );
    expect(entries.map(({ DOI }) => DOI)).toEqual(studies.map(({ doi }) => doi));
  });
});

test('RIS in the form that Zotero asks for: CRLF, tag by tag, one record after another', () => {
  const text = toRis(studies);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  const lines = text.split('\r\n').filter(Boolean);
  expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- (?:\S.*)?$/u.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(studies.length);
  expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(studies.length);
  // what Zotero has no place for, or takes for something else
  const tags = new Set(lines.map((line) => line.slice(0, 2)));
  expect(
    [...tags].filter((tag) => !['TY', 'AU', 'TI', 'T2', 'PY', 'DO', 'UR', 'N1', 'ID', 'ER'].includes(tag)),
  ).toEqual([]);
  expect(lines.filter((line) => line.endsWith('GEN'))).toEqual([]);
});

const mention = {
  quote: '=LDN ends\n the "pain", they say',
  before: 'Some say: ',
  after: '. Others do not',
  isRepeated: false,
  verdict: 'overstated',
  claims: [
    { id: 'fm.pain', stance: 'asserts', verdict: 'overstated' },
    { id: 'gone.from-the-database', stance: 'asserts', verdict: 'against' },
  ],
} as const;
const page = {
  title: 'My [LDN] story',
  address: 'https://blog.example/ldn',
  read: '2026-11-22T10:00:00.000Z',
  mentions: [mention],
  unassessed: 2,
  database: database([claim({ studies: ['s'] })], [study('s', { doi: '10.1/x' })]),
};

test('Markdown: sentence, verdict, answer, source, date, and what was not assessed', () => {
  const text = toMarkdown(page);
  for (const part of [
    '# LDN claims on “My \\[LDN\\] story”',
    '1. **Stronger than the evidence**: [“=LDN ends the "pain", they say”](https://blog.example/ldn#:~:text=',
    'LDN may ease the pain a little or not at all. (Studies disagree; certainty: low)',
    '2 more sentences speak of LDN and were not assessed. Unmarked does not mean true.',
    '- s 2020. https://doi.org/10.1/x',
    'Information, not medical advice.',
  ]) {
    expect(text).toContain(part);
  }
});

test('CSV: one row a claim, read back by a parser; no cell is a formula', () => {
  const { data, errors } = Papa.parse<Record<string, string>>(toCsv(page), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    verdict: 'Stronger than the evidence',
    claimId: 'fm.pain',
    certainty: 'low',
  });
  expect(data[0]?.sentence).toBe(`'=LDN ends the "pain", they say`);
});

test('annotations: a collection of W3C Web Annotations with text quote selectors', () => {
  let last = 0;
  const collection = JSON.parse(toAnnotations(page, () => `urn:test:${++last}`));
  expect(collection).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    total: 1,
    first: { type: 'AnnotationPage' },
  });
  expect(collection.first.items[0]).toMatchObject({
    type: 'Annotation',
    motivation: 'assessing',
    target: {
      source: page.address,
      selector: {
        type: 'TextQuoteSelector',
        exact: '=LDN ends the "pain", they say',
        prefix: 'Some say: ',
        suffix: '. Others do not',
      },
    },
  });
});

test('ClaimReview: the sentence, the claim, the rating in words and number, the sources', () => {
  expect(JSON.parse(toClaimReview(page))).toEqual([
    {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      inLanguage: 'en',
      claimReviewed: '=LDN ends the "pain", they say',
      datePublished: '2026-11-22',
      author: { '@type': 'Organization', name: 'LDN Lens' },
      itemReviewed: {
        '@type': 'Claim',
        name: 'LDN reduces pain in people with fibromyalgia.',
        appearance: {
          '@type': 'WebPage',
          name: page.title,
          url: expect.stringMatching(/^https:\/\/blog\.example\/ldn#:~:text=/),
        },
      },
      citation: ['s 2020. https://doi.org/10.1/x'],
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 2,
        worstRating: 1,
        bestRating: 4,
        alternateName: 'Stronger than the evidence',
        ratingExplanation: 'LDN may ease the pain a little or not at all.',
      },
    },
  ]);
});

test.each([
  ['LDN claims: “Café”, 100 %?', 'ldn-claims-cafe-100.md'],
  ['../../etc', 'etc.md'],
  ['日本', 'page.md'],
])('a file name from "%s"', (title, name) => {
  expect(fileName(title, 'md')).toBe(name);
});
