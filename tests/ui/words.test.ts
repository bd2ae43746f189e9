import { describe, expect, test } from 'vitest';
import { claimCitation, matchReport, studyCitation } from '../../src/ui/citation.ts';
import { fitNotes, milligrams } from '../../src/ui/fit.ts';
import { studyLinks } from '../../src/ui/study-links.ts';
import { count, dateWords, numeral, shortened, verdictReason } from '../../src/ui/words.ts';
import { claim, database, finding, made, study } from './example.ts';

describe('why a verdict came about', () => {
  test.each([
    ['mixed', 'asserts', 'overstated', 'The page states this as a fact, but studies disagree.'],
    ['mixed', 'hedges', 'in-line', 'The page says this is possible, which is fair: studies disagree.'],
    [
      'contradicted',
      'denies',
      'in-line',
      'The page says this is not so, and the evidence speaks against it.',
    ],
    ['established', 'denies', 'against', 'The page says this is not so, but it is well established.'],
    ['preliminary', 'denies', 'unsettled', 'The page says this is not so, but early signs leave it open.'],
    [
      'untested',
      'hedges',
      'unsettled',
      'The page says this is possible, but it has not been properly tested.',
    ],
  ] as const)('%s, %s', (rating, stance, verdict, words) => {
    expect(verdictReason(rating, stance, verdict)).toBe(words);
  });
});

test.each([
  ['LDN at 4.5 mg', [4.5]],
  ['1.5 mg to 4.5 mg', [1.5, 4.5]],
  ['1.5-4.5 mg', [1.5, 4.5]],
  ['between 1 and 5mg', [1, 5]],
  ['3mg and 3 mg', [3]],
  ['0.1 mg/kg', []],
  ['about 10 women', []],
])('doses in "%s"', (text, doses) => {
  expect(milligrams(text)).toEqual(doses);
});

describe('does the evidence fit the page?', () => {
  const about = claim({ studies: ['a', 'b', 'pill', 'rats', 'label'], studied: 'Women with arthritis.' });
  const all = database(
    [about],
    [
      study('a', { dose: '4.5 mg a day', findings: [finding('Pain')] }),
      study('b', { dose: '6 mg', people: 'Adults with long COVID', findings: [finding('Aches')] }),
      study('other', { dose: '9 mg', findings: [finding('Sleep', { claims: ['fm.sleep'] })] }),
      study('pill', { dose: '8 mg with 600 mg lipoic acid', findings: [finding('Mood', { claims: [] })] }),
      study('rats', { dose: '10 mg', design: 'animal study', findings: [finding('Pain')] }),
      study('label', { dose: '50 mg a day', design: 'label', findings: [finding('Uses')] }),
    ],
  );
  const condition = (text: string) => ({ role: 'condition', text, from: 'heading' }) as const;
  const pain = { role: 'outcome', text: 'aches', from: 'sentence' } as const;

  test.each([
    ['dose within', 'LDN at 5 mg helps', 'Dose', 'same'],
    ['dose above what people took', 'LDN at 9 mg helps', 'Dose', 'other'],
    ['the full dose of a label', 'LDN at 50 mg helps', 'Dose', 'other'],
    ['no dose named', 'LDN helps', 'Dose', undefined],
    ['condition from a heading', 'LDN helps', 'Condition', 'same'],
    ['outcome that was measured', 'LDN helps', 'Outcome', 'same'],
  ])('%s', (_, quote, aspect, fits) => {
    const notes = fitNotes(quote, made({ reasons: [condition('fibro'), pain] }), about, all);
    expect(notes.find((note) => note.aspect === aspect)?.fits).toBe(fits);
  });

  test.each([
    ['Fibromyalgia', 'same'],
    ['arthritis', 'same'],
    ['long-COVID', 'same'],
    ['lupus', 'near'],
    ['rit', 'near'],
    ['arthritis (of the', 'near'],
  ])('a page that speaks of %s', (words, fits) => {
    const [note] = fitNotes('LDN helps', made({ reasons: [condition(words)] }), about, all);
    expect(note?.fits).toBe(fits);
  });

  test('what only others of its kind were studied for names those who were', () => {
    const [note] = fitNotes('LDN helps', made({ reasons: [condition('lupus')] }), about, all);
    expect(note?.text).toBe(
      'Counted here as fibromyalgia (the page: “lupus”, in a heading above). Studied: Women with arthritis.',
    );
  });

  test('a claim without a study fits nobody', () => {
    const untested = claim({ noStudyFound: 'Two searches.', studied: 'Nobody with Lyme disease.' });
    const notes = fitNotes('LDN helps', made({ reasons: [condition('fibro'), pain] }), untested, all);
    expect(notes).toEqual([
      {
        aspect: 'Condition',
        fits: 'other',
        text: 'No study of this in fibromyalgia was found. Nobody with Lyme disease.',
      },
    ]);
  });

  test('an outcome that no study in people measured is told', () => {
    const mice = claim({ studies: ['rats'] });
    const notes = fitNotes('LDN helps', made({ reasons: [pain] }), mice, all);
    expect(notes.at(-1)).toMatchObject({ aspect: 'Outcome', fits: 'other' });
  });

  test('a page that names no condition is told what the evidence is for', () => {
    const [note] = fitNotes('LDN helps', made(), about, all);
    expect(note).toMatchObject({ fits: 'unnamed', text: expect.stringContaining('fibromyalgia') });
  });

  test('no note on fit for what is no effect', () => {
    expect(fitNotes('LDN 4.5 mg', made(), claim({ kind: 'regulatory' }), all)).toEqual([]);
  });
});

describe('links of a study', () => {
  test.each([
    [{ doi: '10.1016/s2665-9913(23)00278-3' }, 'https://doi.org/10.1016/s2665-9913(23)00278-3'],
    [{ doi: '10.1000/a#b c' }, 'https://doi.org/10.1000/a%23b%20c'],
    [{ pmid: '38226027' }, 'https://pubmed.ncbi.nlm.nih.gov/38226027/'],
    [{ pmcid: 'PMC123' }, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC123/'],
    [{ registration: 'NCT04270877' }, 'https://clinicaltrials.gov/study/NCT04270877'],
    [{ registration: 'ACTRN12624001162505' }, 'https://www.anzctr.org.au/ACTRN12624001162505.aspx'],
    [
      { registration: 'EudraCT 2019-000852-32' },
      'https://www.clinicaltrialsregister.eu/ctr-search/search?query=2019-000852-32',
    ],
    [{ registration: 'PROSPERO CRD42021280976' }, undefined],
    [{}, undefined],
  ])('%j', (ids, href) => {
    expect(studyLinks(study('s', ids))[0]?.href).toBe(href);
  });
});

describe('what is taken along', () => {
  const source = study('s', {
    citation: 'Due Bruun et al. 2024',
    title: 'Naltrexone 6 mg',
    journal: 'Lancet Rheum',
    doi: '10.1/x',
  });
  const about = claim({ studies: ['s'] });
  const all = database([about], [source]);
  const place = { quote: 'LDN ends the pain.', address: 'https://blog.example/ldn?p=1#top' };

  test('a study in one line', () => {
    expect(studyCitation(source)).toBe(
      'Due Bruun et al. 2024. Naltrexone 6 mg. Lancet Rheum. https://doi.org/10.1/x',
    );
  });

  test('a claim with its verdict, certainty, sources and date', () => {
    expect(claimCitation(about, made(), place, all).split('\n')).toEqual([
      'A page says: “LDN ends the pain.” (stated as a fact)',
      'https://blog.example/ldn?p=1#top:~:text=LDN%20ends%20the%20pain.',
      '',
      'Stronger than the evidence: LDN may ease the pain a little or not at all.',
      'Studies disagree; certainty: low.',
      '',
      'Sources:',
      '- Due Bruun et al. 2024. Naltrexone 6 mg. Lancet Rheum. https://doi.org/10.1/x',
      '',
      'LDN Lens, database of 22 November 2026, evidence searched to 20 November 2026. Information, not medical advice.',
    ]);
  });

  test('a report says what was matched and why', () => {
    const reasons = [{ role: 'outcome', text: 'pain', from: 'sentence' }] as const;
    const report = matchReport(about, made({ reasons }), place, all);
    for (const part of ['“LDN ends the pain.”', 'fm.pain', 'outcome: “pain” (sentence)', 'version 7']) {
      expect(report).toContain(part);
    }
  });
});

test('numbers, dates and counts as people write them', () => {
  expect(numeral(-0.34)).toBe('−0.34');
  expect(dateWords('2026-11-22')).toBe('22 November 2026');
  expect(dateWords('2023-12')).toBe('December 2023');
  expect(dateWords('2013')).toBe('2013');
  expect(dateWords('soon')).toBe('soon');
  expect([count(1, 'study', 'studies'), count(1200, 'study', 'studies')]).toEqual([
    '1 study',
    '1,200 studies',
  ]);
  expect(shortened('one two  three four', 12)).toBe('one two …');
});
