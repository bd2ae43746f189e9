/** What a person who edits the evidence is told when something is wrong: an entry broken in one place, and the words for it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { type Claim, type Concept, conceptSchema, type Study } from '../../src/database/schema.ts';
import { canonicalText } from '../../src/publish/canonical-form.ts';
import { checkDatabase } from '../../src/publish/check-database.ts';
import { readAuthored } from '../../src/publish/read-database.ts';

const source = join(import.meta.dirname, '../../src/database');
const { claims, studies, concepts } = readAuthored(source);
const pain = named(claims, 'fm.pain');
const trial = named(studies, 'bruun-2024-final');

function named<T extends { id: string }>(entries: readonly T[], id: string): T {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`no ${id}`);
  return entry;
}

/** The whole database with some entries in another form. */
function withChanged(changed: { claim?: Claim; study?: Study; concept?: Concept }) {
  const put = <T extends { id: string }>(entries: readonly T[], entry: T | undefined) =>
    entries.map((one) => (one.id === entry?.id ? entry : one));
  return {
    claims: put(claims, changed.claim),
    studies: put(studies, changed.study),
    concepts: put(concepts, changed.concept),
  };
}

describe('a claim', () => {
  const first = { date: '2026-11-22', from: null, to: 'mixed', why: 'First edition.' } as const;
  const cases: [string, Partial<Claim>, string][] = [
    ['an unknown study', { studies: [...pain.studies, 'nobody-2020'] }, 'unknown study "nobody-2020"'],
    [
      'a misspelt study',
      { studies: pain.studies.map((id) => id.replace('younger-2013', 'yunger-2013')) },
      'unknown study "yunger-2013"; is "younger-2013" meant?',
    ],
    ['a study twice', { studies: ['innova-2026', ...pain.studies] }, 'cites the study innova-2026 twice'],
    ['no study at all', { studies: [], figures: [] }, 'cites no study: say so in noStudyFound'],
    ['studies in the wrong order', { studies: pain.studies.toReversed() }, 'studies must stand newest first'],
    ['an unknown condition', { condition: 'fibro' }, 'unknown concept "fibro"'],
    ['an unknown outcome', { outcome: 'paine' }, 'unknown concept "paine"'],
    [
      'a wording of unknown concepts',
      { wordings: [[['easse']]] },
      'a wording names an unknown concept "easse"',
    ],
    [
      'a number that no study holds',
      { summary: 'Pain fell by 77 points.' },
      'the number 77 in its answer, summary, known or unknown is in none of its studies',
    ],
    [
      'a number that no study holds, in what is known',
      { known: ['Pain fell by 77 points.'] },
      'the number 77 in its answer, summary, known or unknown is in none of its studies',
    ],
    [
      'a figure that its study does not hold',
      { figures: [{ text: '1,234 women took part.', study: 'bruun-2024-final' }] },
      'the number 1234 in a figure is not in study bruun-2024-final',
    ],
    [
      'a figure of a study it does not cite',
      { figures: [{ text: 'It helps.', study: 'tzadok-2020' }] },
      'a figure rests on "tzadok-2020", which is not among its studies',
    ],
    [
      'a rating that its studies do not bear',
      { studies: ['bolton-2020'], figures: [], answer: 'It helps.', summary: 'It helps.' },
      'rated "mixed" without a controlled study, label or guideline',
    ],
    [
      'words that are too hard',
      {
        answer: 'Naltrexone administration demonstrates statistically insignificant analgesic efficacy.',
        summary: 'See above.',
      },
      'use shorter sentences and commoner words. The hardest one: "Naltrexone administration',
    ],
    [
      'a rating without its history',
      { rating: 'supported' },
      'it is rated "supported", but its history stands at "mixed": add what changed, with date, from, to and why',
    ],
    [
      'a history without a beginning',
      { history: [{ ...first, from: 'preliminary' }] },
      'the oldest entry of its history must have "from: null"',
    ],
    [
      'a history with a gap',
      {
        history: [
          { ...first, from: 'supported' },
          { ...first, date: '2024-01-01', to: 'preliminary' },
        ],
      },
      'its history goes on from "supported" on 2026-11-22, but stood at "preliminary"',
    ],
    [
      'a history upside down',
      { history: [{ ...first, date: '2024-01-01', from: 'mixed' }, first] },
      'its history must stand newest first',
    ],
    [
      'a change after the review',
      { reviewed: '2026-11-01' },
      'its history holds 2026-11-22, after the review of 2026-11-01',
    ],
    [
      'hindsight that came after the first edition',
      { hindsight: [{ date: '2026-12', rating: 'mixed', why: 'A new trial.' }] },
      'its hindsight holds 2026-12: what came since belongs into its history',
    ],
    [
      'hindsight upside down',
      {
        hindsight: [
          { date: '2013', rating: 'preliminary', why: 'One trial.' },
          { date: '2023-12', rating: 'mixed', why: 'Two trials.' },
        ],
      },
      'its hindsight must stand newest first',
    ],
    [
      'hindsight that changes nothing',
      {
        hindsight: [
          { date: '2023-12', rating: 'mixed', why: 'Two trials.' },
          { date: '2013', rating: 'mixed', why: 'One trial.' },
        ],
      },
      'its hindsight of 2023-12 changes nothing',
    ],
    [
      'hindsight with a number that no study holds',
      { hindsight: [{ date: '2013', rating: 'preliminary', why: 'A trial of 77 women.' }] },
      'the number 77 in its hindsight is in none of its studies',
    ],
    [
      'a web address in a text',
      { caveats: ['See https://mirror.example/paper for more.'] },
      'the address https://mirror.example/paper stands in a text',
    ],
  ];
  test.each(cases)('with %s', (_, change, complaint) => {
    const said = checkDatabase(withChanged({ claim: { ...pain, ...change } }));
    expect(said.filter((one) => one.startsWith('claim fm.pain: ')).join('\n')).toContain(complaint);
  });
});

describe('a study', () => {
  const [finding] = trial.findings;
  if (!finding) throw new Error('the trial has no finding');
  const effect = { measure: 'MD', value: -0.34, ciLow: -0.95, ciHigh: 0.27, better: 'lower' } as const;
  const withEffect = (change: object, direction: 'benefit' | 'harm' = 'benefit') => ({
    findings: [{ ...finding, direction, effect: { ...effect, ...change } }, ...trial.findings.slice(1)],
  });
  const { doi: _, registration: __, ...untraced } = trial;
  const cases: [string, Study, string][] = [
    [
      'a finding on an unknown claim',
      { ...trial, findings: [{ ...finding, claims: ['fm.hair'] }] },
      'a finding bears on an unknown claim "fm.hair"',
    ],
    ['an interval upside down', { ...trial, ...withEffect({ ciLow: 1, ciHigh: -1 }) }, 'upside down'],
    [
      'a figure outside its interval',
      { ...trial, ...withEffect({ value: 3 }) },
      'has 3 outside its interval -0.95 to 0.27',
    ],
    [
      'a benefit whose figure says harm',
      { ...trial, ...withEffect({ better: 'higher' }) },
      'is called a benefit, but -0.34 is no better with LDN, as "higher" is better',
    ],
    [
      'a harm whose ratio says benefit',
      { ...trial, ...withEffect({ measure: 'RR', value: 0.5, ciLow: 0.2, ciHigh: 0.9 }, 'harm') },
      'is called a harm, but 0.5 is better with LDN, as "lower" is better',
    ],
    [
      'nothing to trace it by',
      { ...untraced, notVerified: [] },
      'has no DOI, PubMed id, registration or official address: say in notVerified what could not be traced',
    ],
    [
      'a mirror for an official address',
      { ...trial, official: 'https://www.fda.gov.example.net/label' },
      'https://www.fda.gov.example.net/label is no official address',
    ],
    [
      'the DOI of another',
      { ...trial, doi: named(studies, 'younger-2013').doi?.toUpperCase() },
      'has the same doi as study bruun-2024-final',
    ],
  ];
  test.each(cases)('with %s', (_name, study, complaint) => {
    expect(checkDatabase(withChanged({ study })).join('\n')).toContain(complaint);
  });

  test('that nobody cites', () => {
    const loose = { ...trial, id: 'loose-2020', doi: undefined, registration: undefined };
    const said = checkDatabase({ claims, studies: [...studies, loose], concepts });
    expect(said).toContain('study loose-2020: no claim cites it');
  });

  test('that stands twice', () => {
    expect(checkDatabase({ claims, studies: [...studies, trial], concepts })).toContain(
      'study bruun-2024-final stands twice',
    );
  });
});

test('a concept with a term twice, or part of an unknown one', () => {
  const sleep = named(concepts, 'sleep');
  const concept = { ...sleep, terms: ['sleep', 'rest', 'sleep'], isA: 'night' };
  expect(checkDatabase(withChanged({ concept }))).toEqual([
    'concept sleep: the term "sleep" stands twice',
    'concept sleep: isA names an unknown concept "night"',
  ]);
});

describe('a file', () => {
  let folder: string | undefined;
  afterEach(() => folder && rmSync(folder, { recursive: true }));

  /** What is said of a copy of the database in which one file's text was changed. */
  function complaintsOf(path: string, change: (text: string) => string, as = path): readonly string[] {
    folder = mkdtempSync(join(tmpdir(), 'ldn-lens-database-'));
    cpSync(source, folder, { recursive: true });
    writeFileSync(join(folder, as), change(readFileSync(join(folder, path), 'utf8')));
    if (as !== path) rmSync(join(folder, path));
    return readAuthored(folder).complaints.map((one) => one.replace(`${folder}/`, ''));
  }

  const file = 'claims/fm.pain.yaml';
  test.each<[string, (text: string) => string, string]>([
    ['that is empty', () => '', `${file}: holds no entry`],
    [
      'with an open bracket',
      (text) => text.replace('known:', 'known: ['),
      `${file}: line 15 cannot be read: `,
    ],
    [
      'with a colon in a text',
      (text) => text.replace('studied: Adults', 'studied: Adults: women'),
      'cannot be read: a text that holds ": "',
    ],
    [
      'indented by a tab',
      (text) => text.replace('  - The trials used', '\t- The trials used'),
      'cannot be read: the line begins with a tab: indent with spaces',
    ],
    [
      'with an item that lacks its dash',
      (text) => text.replace('  - The trials used', '  The trials used'),
      'an item of a list lacks its "- "',
    ],
    [
      'with a key twice',
      (text) => text.replace('rating: mixed', 'rating: mixed\nrating: mixed'),
      `${file}: line 7 cannot be read: this key stands twice: keep one of them\n    rating: mixed`,
    ],
    [
      'with a text that begins with a sign',
      (text) => text.replace('  - The trials used', '  - *The trials used'),
      'or begins with a sign such as * & @ %, stands in "quotes"',
    ],
    [
      'with a text cut short by a sign',
      (text) => text.replace('statement: LDN', 'statement: LDN #1'),
      `${file}: line 5 is read only up to the "#"`,
    ],
    [
      'with a rating that does not exist',
      (text) => text.replace('rating: mixed', 'rating: proven'),
      `${file}: rating: must be one of "established", "supported", "mixed", "preliminary", "untested", "contradicted", not "proven"`,
    ],
    [
      'with a misspelt key',
      (text) => text.replace('caveats:', 'caveat:'),
      `${file}: there is no such key as "caveat"; is it misspelt?`,
    ],
    [
      'with a missing key',
      (text) => text.replace(/^studied:.*\n(?: .*\n)*/m, ''),
      `${file}: studied: is missing`,
    ],
    [
      'with a day that does not exist',
      (text) => text.replace('reviewed: 2026-11-22', 'reviewed: 2026-11-31'),
      `${file}: reviewed: must be a day that exists, such as 2026-11-22, not "2026-11-31"`,
    ],
    [
      'with a month that does not exist',
      (text) => text.replace('date: 2023-12', 'date: 2023-13'),
      `${file}: hindsight > 1 > date: must be a day, a month or a year: "2026-11-22", "2023-12" or "2013"`,
    ],
    [
      'with markup',
      (text) => text.replace('statement: LDN', 'statement: LDN <b>'),
      `${file}: statement: must not begin with a space, nor hold markup or control characters`,
    ],
    [
      'with keys in another order',
      (text) => text.replace(/^(kind: .*\n)(condition: .*\n)/m, '$2$1'),
      `${file}: not in its usual form; "npm run database:format" puts it right`,
    ],
  ])('%s', (_, change, complaint) => {
    expect(complaintsOf(file, change).join('\n')).toContain(complaint);
  });

  test('that nobody would read', () => {
    expect(complaintsOf(file, (text) => text, 'claims/fm.pain.yml')).toContain(
      'claims/fm.pain.yml: only files named ….yaml are read; rename or remove it',
    );
  });

  test('of the edition, with a day that does not exist', () => {
    expect(complaintsOf('edition.yaml', (text) => text.replace(/^date: .*/m, 'date: 2026-13-01'))).toEqual([
      'edition.yaml: date: must be a day that exists, such as 2026-11-22, not "2026-13-01"',
    ]);
  });

  test('of words in no order', () => {
    const cues = 'concepts/cues.yaml';
    expect(
      complaintsOf(cues, (text) => text.replace(/terms: \[ ([^,]+), ([^,]+),/, 'terms: [ $2, $1,')),
    ).toEqual([`${cues}: not in its usual form; "npm run database:format" puts it right`]);
  });

  test('with another name than its id', () => {
    expect(complaintsOf(file, (text) => text, 'claims/fm.ache.yaml')).toEqual([
      'claims/fm.ache.yaml: the file must be named fm.pain.yaml',
    ]);
  });
});

test('the usual form keeps what is said and every comment, and is its own usual form', () => {
  const written = [
    '# Two words.',
    '- role: outcome',
    "  id: 'ache'",
    '  # more may come',
    '  terms: [Stab, "ache", "no"]',
    '',
    '  name: ache',
    '',
  ];
  const usual = canonicalText(parseDocument(written.join('\n')), conceptSchema);
  expect(usual.split('\n')).toEqual([
    '# Two words.',
    '- id: ache',
    '  role: outcome',
    '  name: ache',
    '  # more may come',
    '  terms: [ ache, no, Stab ]',
    '',
  ]);
  expect(canonicalText(parseDocument(usual), conceptSchema)).toBe(usual);
});
