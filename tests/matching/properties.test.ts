/** What holds for any text whatever. The same texts are tried on each run, so that a failure is a change's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Findings, PageText, TextRange } from '../../src/matching/page-text.ts';
import { database, matcher } from './bundled.ts';
import { type BlockDraft, pageOf, textOf } from './page-of.ts';

fc.configureGlobal({ numRuns: 500, seed: 20_251_122 });

const terms = database.concepts.flatMap((concept) => concept.terms.map((term) => term.replace(/[*=]/g, '')));

/** Any UTF-16, half characters and all. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const zalgo = fc
  .tuple(fc.constantFrom(...terms), fc.array(fc.integer({ min: 0x300, max: 0x36f }), { maxLength: 40 }))
  .map(([term, marks]) => [...term].join(String.fromCharCode(...marks)));
/** Signs that hang on to, or part, what stands beside them. */
const sign = fc.constantFrom(
  ...[
    '.',
    '. ',
    '! ',
    '? ',
    ', ',
    '; ',
    ': ',
    ' – ',
    '—',
    ' (',
    ') ',
    '“',
    '”',
    "'",
    '’s ',
    '/',
    '-',
    '\t',
    '\n',
    '\r\n',
  ],
  ...[
    '\u00AD',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\u00A0',
    '\u2011',
    '\uFEFF',
    '\u0301',
    '\u0600',
    '\uFE0F',
    '\u20E3',
  ],
  ...[
    '👩‍⚕️',
    '🏳️‍🌈',
    '👍🏽',
    '🏿',
    '🇬🇧',
    '1️⃣',
    '\uD83D',
    '\uDE00',
    'ﷺ',
    '\u202E',
    '\u05D1',
    'שלום',
    'مرحبا',
    '\u0E01\u0E33',
    '한',
    'कि',
  ],
);
const amount = fc
  .tuple(fc.double({ min: 0, max: 99, noNaN: true }), fc.constantFrom(' mg', 'mg', '\u00A0mg', '%'))
  .map(([number, unit]) => `${number.toFixed(1)}${unit}`);
const claim = fc.constantFrom(
  'LDN may reduce pain in fibromyalgia',
  'Low-dose naltrexone is not a cure, but it improves sleep',
  'it has no side effects and is not addictive',
  'ＬＤＮ ｒｅｄｕｃｅｓ pain by 30%',
  'LDN’s effect on fatigue',
);
/** The database's words and whole claims, with spaces, signs and foreign text among them. */
const mixture = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...terms) },
      { weight: 3, arbitrary: claim },
      { weight: 5, arbitrary: fc.constant(' ') },
      { weight: 3, arbitrary: sign },
      { weight: 1, arbitrary: amount },
      { weight: 1, arbitrary: zalgo },
      { weight: 1, arbitrary: anyText },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const text = fc.oneof(
  { weight: 6, arbitrary: mixture },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: zalgo },
);

const block: fc.Arbitrary<BlockDraft> = fc.record({
  kind: fc.constantFrom<Block['kind']>('heading', 'paragraph', 'item', 'row', 'caption'),
  level: fc.nat(7),
  group: fc.nat(3),
  text,
  headers: fc.array(text, { maxLength: 4 }),
});

const page: fc.Arbitrary<PageText> = fc
  .tuple(
    fc.oneof(fc.constant('Low-dose naltrexone (LDN) for fibromyalgia'), text),
    fc.array(block, { maxLength: 8 }),
  )
  .map(([title, blocks]) => pageOf(title, blocks));

test('ranges lie in a block, in order, and never overlap', () => {
  holds((one, { mentions, unassessed }) => {
    const ranges = [...mentions, ...unassessed].sort((a, b) => a.start - b.start);
    expect(mentions).toEqual(ranges.filter((range) => 'claims' in range));
    for (const [i, { start, end }] of ranges.entries()) {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
      expect(one.blocks.some((own) => start >= own.start && end <= own.start + own.text.length)).toBe(true);
    }
  });
});

test('a mention never begins or ends within a character or a word', () => {
  holds((one, { mentions }) => {
    const whole = textOf(one);
    const inside = new Set([...insides(charactersOf(whole)), ...insides(wordsIn(whole))]);
    expect(mentions.flatMap(({ start, end }) => [start, end]).filter((at) => inside.has(at))).toEqual([]);
  });
});

test('reasons quote the page', () => {
  holds((one, { mentions }) => {
    const whole = textOf(one);
    const reasons = mentions.flatMap(({ claims }) => claims.flatMap((made) => made.reasons));
    for (const { text: quote, from, range } of reasons) {
      expect(quote).not.toBe('');
      expect(range !== undefined).toBe(from === 'sentence');
      if (range) expect(whole.slice(range.start, range.end)).toBe(quote);
    }
  });
});

test('each claim is made once in a mention, and the worst verdict stands first', () => {
  const worst = ['against', 'overstated', 'unsettled', 'in-line'];
  holds((_, { mentions }) => {
    for (const { claims } of mentions) {
      const ranks = claims.map(({ verdict }) => worst.indexOf(verdict));
      expect(claims.length).toBeGreaterThan(0);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      expect(ranks).toEqual(ranks.toSorted());
    }
  });
});

test('the same page gives the same findings, whatever was read before', () => {
  fc.assert(
    fc.property(page, page, (one, other) => {
      const before = matcher.read(one);
      matcher.read(other);
      expect(matcher.read(one)).toEqual(before);
    }),
  );
});

/** The texts tried above are no empty trial: many hold claims. */
test('claims are found among all that noise', () => {
  const pages = fc.sample(page, 300);
  expect(pages.filter((one) => matcher.read(one).mentions.length > 0).length).toBeGreaterThan(100);
});

function holds(check: (one: PageText, findings: Findings) => void): void {
  fc.assert(fc.property(page, (one) => check(one, matcher.read(one))));
}

function charactersOf(whole: string): TextRange[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole);
  return [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** Runs of letters and digits, with what is invisible in them, and with their apostrophes. */
function wordsIn(whole: string): TextRange[] {
  const word = /[\p{L}\p{N}](?:[\u00AD\u200B-\u200D\u2060]*[\p{L}\p{N}\p{M}])*(?:['’ʼ][\p{L}\p{M}]+)*/gu;
  return [...whole.matchAll(word)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

/** All places within some ranges, neither at the beginning nor at the end of one. */
function* insides(ranges: readonly TextRange[]): Generator<number> {
  for (const { start, end } of ranges) for (let at = start + 1; at < end; at++) yield at;
}
