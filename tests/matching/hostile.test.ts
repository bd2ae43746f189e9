/** Texts made to stall a reader: each is read to its end, and four times as much of it takes about four times as long. */
import { expect, test } from 'vitest';
import type { PageText } from '../../src/matching/page-text.ts';
import { matcher } from './bundled.ts';
import { type BlockDraft, pageOf } from './page-of.ts';

const title = 'Low-dose naltrexone (LDN) for fibromyalgia and ME/CFS';
const claim = 'LDN may reduce pain in fibromyalgia';
/** Enough English for the page to be read at all. */
const opening = [
  `${claim}. `,
  ...times(
    150,
    () => 'This is the story of what the doctor said to me, and of what it was that I have made of it. ',
  ),
].join('');

/** A text of size n, and the n of the full size. */
interface Hostile {
  readonly full: number;
  readonly blocks: (n: number) => readonly BlockDraft[];
}

const hostile: Readonly<Record<string, Hostile>> = {
  'a million words without a full stop': {
    full: 1_000_000,
    blocks: (n) => one(`${claim} and so on ${'she went her own way '.repeat(8)}`, n / 49),
  },
  'a million full stops': { full: 1_000_000, blocks: (n) => one('.', n) },
  'a hundred thousand list items': {
    full: 100_000,
    blocks: (n) => times(n, () => ({ kind: 'item', level: 1, group: 1, text: 'Less pain' })),
  },
  'lists in lists, twenty thousand deep': {
    full: 20_000,
    blocks: (n) => times(n, (i) => ({ kind: 'item', level: i + 1, group: i + 1, text: claim })),
  },
  'fifty thousand headings': {
    full: 50_000,
    blocks: (n) => times(n, (i) => ({ kind: 'heading', level: 1 + (i % 6), text: 'Pain and LDN' })),
  },
  'fifty thousand questions': {
    full: 50_000,
    blocks: (n) => times(n, () => ({ text: 'Does LDN help with pain? Yes.' })),
  },
  'one word of a megabyte': { full: 1_000_000, blocks: (n) => one('naltrexone', n / 10) },
  'one number of a megabyte': { full: 1_000_000, blocks: (n) => one('4.5', n / 3) },
  'one word with half a million apostrophes': { full: 500_000, blocks: (n) => one("LDN's", n) },
  'nested brackets': { full: 400_000, blocks: (n) => around(claim, n / 4, '([', '])') },
  'deep quotes': { full: 400_000, blocks: (n) => around(claim, n / 4, '“‘', '’”') },
  'only punctuation': { full: 500_000, blocks: (n) => one('?! ;:,… “.” — ', n / 14) },
  'null characters': { full: 1_000_000, blocks: (n) => one('LDN\0reduces\0pain.\0\0\0', n / 20) },
  'a row of fifty thousand cells, each with a header': {
    full: 50_000,
    blocks: (n) => {
      const cells = times(n, () => 'less pain');
      return [{ kind: 'row', group: 1, text: cells.join('\t'), headers: times(n, (i) => `LDN ${i}`) }];
    },
  },
  'twenty thousand rows below a header of a hundred kilobytes': {
    full: 20_000,
    blocks: (n) => {
      const headers = [`${claim} `.repeat(2800), 'Effect'];
      return times(n, () => ({ kind: 'row', group: 1, text: 'LDN\tless pain', headers }));
    },
  },
  'marks on a word, in the order that takes longest to sort': {
    full: 1_000_000,
    blocks: (n) => one(`LDN reduces pain${'\u0301\u0323'.repeat(n / 2)} in fibromyalgia.`, 1),
  },
  'marks on a sign': {
    full: 1_000_000,
    blocks: (n) => one(`${claim} by 30%${'\u0301\u0323'.repeat(n / 2)}`, 1),
  },
  'halves of characters': { full: 1_000_000, blocks: (n) => one('\uDC00\uD83D', n / 2) },
  'soft hyphens in all words': {
    full: 300_000,
    blocks: (n) => one('LDN re\u00ADdu\u00ADces pa\u00ADin. ', n / 22),
  },
  'marks of writing direction in all words': {
    full: 300_000,
    blocks: (n) => one('LDN\u200F re\u202Edu\u202Cces pain. ', n / 22),
  },
};

test.each(Object.entries(hostile))(
  '%s',
  (_, { full, blocks }) => {
    const small = pageOf(title, [{ text: opening }, ...blocks(full / 4)]);
    const large = pageOf(title, [{ text: opening }, ...blocks(full)]);
    expect(timesLonger(small, large)).toBeLessThan(mostTimesLonger);
  },
  240_000,
);

/** In quadratic time it would be 16; between 4 and this lies the noise of a busy machine. */
const mostTimesLonger = 10;
/** Milliseconds below which a ratio says more of the machine than of the text. */
const leastTime = 20;

/** How many times longer the larger page takes; measured again where it seems too long, as noise only ever adds. */
function timesLonger(small: PageText, large: PageText): number {
  let [first, second] = [timeOf(small), timeOf(large)];
  const ratio = () => second / Math.max(first, leastTime);
  for (let i = 0; i < 3 && ratio() >= mostTimesLonger; i++) {
    first = Math.min(first, timeOf(small));
    second = Math.min(second, timeOf(large));
  }
  return ratio();
}

function timeOf(page: PageText): number {
  const started = performance.now();
  const { mentions } = matcher.read(page);
  const took = performance.now() - started;
  // it was read indeed
  expect(mentions[0]).toMatchObject({ start: 0, end: claim.length });
  return took;
}

/** One paragraph of the same text over and over. */
function one(text: string, often: number): BlockDraft[] {
  return [{ text: text.repeat(often) }];
}

/** One paragraph with the same before and behind over and over. */
function around(text: string, often: number, before: string, behind: string): BlockDraft[] {
  return [{ text: `${before.repeat(often)}${text}${behind.repeat(often)}` }];
}

function times<T>(n: number, make: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => make(i));
}
