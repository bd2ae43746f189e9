import { describe, expect, test } from 'vitest';
import { entryAddress, listAddress, noWish, routeOf } from '../../src/ui/library-route.ts';
import { createLibrary, passage } from '../../src/ui/library-search.ts';
import { siteIn } from '../../src/ui/options-view.ts';
import { claim, database, finding, study } from './example.ts';

const all = database(
  [
    claim({ studies: ['younger-2013'] }),
    claim({
      id: 'crohns.remission',
      condition: 'crohns',
      statement: 'LDN improves Crohn’s disease.',
      rating: 'preliminary',
      studies: ['smith-2011'],
    }),
    claim({
      id: 'safety.side-effects',
      kind: 'safety',
      condition: 'any',
      statement: 'LDN can cause vivid dreams.',
      rating: 'supported',
    }),
  ],
  [
    study('younger-2013', { year: 2013, findings: [finding('Pain'), finding('Vivid dreams')] }),
    study('smith-2011', { year: 2011, title: 'Naltrexone in active Crohn disease' }),
    study('new-2026', { year: 2026 }),
  ],
);

describe('addresses', () => {
  test.each([
    ['', { page: 'claims', wish: noWish }],
    [
      '#claims?q=vivid+dreams&kind=safety',
      { page: 'claims', wish: { ...noWish, words: 'vivid dreams', kind: 'safety' } },
    ],
    ['#studies', { page: 'studies', wish: noWish }],
    ['#claim/fm.pain', { page: 'claim', id: 'fm.pain', words: '' }],
    ['#claim/fm.pain?q=pain', { page: 'claim', id: 'fm.pain', words: 'pain' }],
    ['#study/younger-2013', { page: 'study', id: 'younger-2013', words: '' }],
    ['#fm.pain', { page: 'claim', id: 'fm.pain', words: '' }],
    ['#younger-2013', { page: 'study', id: 'younger-2013', words: '' }],
    ['#method', { page: 'method' }],
    ['#claim/younger-2013', { page: 'missing' }],
    ['#claim/%E0%A4%A', { page: 'missing' }],
    ['#nonsense', { page: 'missing' }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash, all)).toEqual(route);
  });

  test('what is written is read back', () => {
    const wish = { words: 'Crohn’s & 4.5 mg', condition: 'crohns', kind: '', rating: 'mixed' };
    expect(routeOf(listAddress('studies', wish), all)).toEqual({ page: 'studies', wish });
    expect(routeOf(entryAddress('claim', 'fm.pain', 'a?b'), all)).toEqual({
      page: 'claim',
      id: 'fm.pain',
      words: 'a?b',
    });
  });
});

test('studies stand newest first; one without a year stands where its claims put it', () => {
  const about = claim({ studies: ['unsure', 'of-2024', 'of-2013', 'undated'] });
  const dated = [
    study('of-2013', { year: 2013 }),
    study('of-2024', { year: 2024 }),
    study('of-2020', { year: 2020 }),
  ];
  const library = createLibrary(database([about], [study('undated'), ...dated, study('unsure')]));
  const order = library.studies(noWish).entries.map(({ id }) => id);
  expect(order).toEqual(['unsure', 'of-2024', 'of-2020', 'of-2013', 'undated']);
});

describe('search and filters', () => {
  const library = createLibrary(all);
  const ids = (wish: Partial<typeof noWish>) =>
    library.claims({ ...noWish, ...wish }).entries.map(({ id }) => id);

  test.each([
    ['nothing asked: all', {}, ['fm.pain', 'crohns.remission', 'safety.side-effects']],
    ['a word of the statement', { words: 'vivid' }, ['safety.side-effects']],
    ['all words must be there', { words: 'vivid crohn' }, []],
    ['the beginning of a word', { words: 'fibro' }, ['fm.pain']],
    ['a slip of the finger', { words: 'fibromyalgai' }, ['fm.pain']],
    ['by condition', { condition: 'crohns' }, ['crohns.remission']],
    ['by kind', { kind: 'safety' }, ['safety.side-effects']],
    ['by rating', { rating: 'mixed' }, ['fm.pain']],
    ['words and filter', { words: 'ldn', rating: 'preliminary' }, ['crohns.remission']],
  ])('%s', (_, wish, found) => {
    expect(ids(wish)).toEqual(found);
  });

  test('studies: newest first; filters ask for studies of such claims', () => {
    const studies = (wish: Partial<typeof noWish>) =>
      library.studies({ ...noWish, ...wish }).entries.map(({ id }) => id);
    expect(studies({})).toEqual(['new-2026', 'younger-2013', 'smith-2011']);
    expect(studies({ condition: 'crohns' })).toEqual(['smith-2011']);
    expect(studies({ words: 'dreams' })).toEqual(['younger-2013']);
  });

  test('says which words of an entry were hit, and shows the passage', () => {
    const { hits } = library.claims({ ...noWish, words: 'viv' });
    expect(hits).toEqual(['vivid']);
    expect(passage(['No.', 'LDN can cause vivid dreams.'], hits)).toBe('LDN can cause vivid dreams.');
    expect(passage(['No.'], hits)).toBeUndefined();
  });
});

test.each([
  ['www.blog.example', 'www.blog.example'],
  [' https://WWW.Blog.example/a?b#c ', 'www.blog.example'],
  ['blog.example:8080/x', 'blog.example'],
  ['file:///home/me/a.html', 'file:'],
  ['', undefined],
  ['two words', undefined],
  ['javascript:alert(1)', undefined],
  ['ftp://a.example', undefined],
])('the site in "%s"', (entry, site) => {
  expect(siteIn(entry)).toBe(site);
});
