/** The same sentence in other typography makes the same claims, and the highlight covers the same words as the page writes them. */
import { expect, test } from 'vitest';
import { matcher } from './bundled.ts';
import { paragraphs, quoteOf } from './page-of.ts';

const title = 'Low-dose naltrexone (LDN) for fibromyalgia';
const before = 'We went to the sea in June. ';
const plain = "Low-dose naltrexone isn't a cure, but LDN reduced pain by 30% at 4.5 mg";
const behind = '. We have two dogs.';

/** What a page may do to a sentence without changing what it says. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as typed': (text) => text,
  'soft hyphens': (text) =>
    text.replace(/[a-z]{4,}/gi, (word) => `${word.slice(0, 2)}\u00AD${word.slice(2)}`),
  'zero-width spaces and joiners': (text) =>
    text.replace(
      /[a-z]{4,}/gi,
      (word) => `${word.slice(0, 2)}\u200B${word.slice(2, 3)}\u2060${word.slice(3)}`,
    ),
  'non-breaking spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'narrow non-breaking spaces': (text) => text.replaceAll(' ', '\u202F'),
  'non-breaking hyphens': (text) => text.replaceAll('-', '\u2011'),
  'true hyphens': (text) => text.replaceAll('-', '\u2010'),
  'a space for a hyphen': (text) => text.replaceAll('-', ' '),
  'curly apostrophes': (text) => text.replaceAll("'", '’'),
  'modifier apostrophes': (text) => text.replaceAll("'", 'ʼ'),
  'full-width digits': (text) => text.replace(/\d/g, wide),
  'full-width letters and digits': (text) => text.replace(/[a-z\d]/gi, wide),
  'mathematical bold': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  'all capitals': (text) => text.toUpperCase(),
  'combining marks': (text) => text.replace(/[aeiou]/gi, (letter) => `${letter}\u0301\u0323`),
  'composed letters': (text) => text.replaceAll('e', 'é'),
  zalgo: (text) => text.replace(/[a-z]/gi, (letter) => letter + '\u0317\u0322\u0341\u0489\u0337'.repeat(4)),
  'line breaks': (text) => text.replaceAll(' ', '\n'),
  'more white space': (text) => text.replaceAll(' ', '  \u2003 '),
};

test.each(Object.entries(spellings))('%s', (_, spelt) => {
  const page = paragraphs(title, `${before}${spelt(plain)}${behind}`);
  expect(readOut(page)).toEqual([{ quote: spelt(plain), claims }]);
});

test('the sentence makes its claims', () => {
  expect(claims).toEqual(expect.arrayContaining(['fm.pain asserts', 'general.cure denies']));
});

/** What stands next to the sentence without belonging to it. */
const neighbours: Readonly<Record<string, readonly [string, string]>> = {
  quotes: ['“', '”'],
  'curly single quotes': ['‘', '’'],
  guillemets: ['« ', ' »'],
  brackets: ['(', ')'],
  'Hebrew and Arabic': ['שלום עולם. ', '. مرحبا بالعالم'],
  'embedded direction': ['\u202B\u202A', '\u202C\u202C'],
  'direction marks': ['\u200F', '\u200E'],
  emoji: ['👩‍⚕️ ', ' 👍🏽'],
  'emoji without a space': ['🇬🇧', '🏳️‍🌈'],
  'half an emoji': ['\uDE00', '\uD83D'],
  bullets: ['• ', ' •'],
  'null characters': ['\0', '\0'],
  'a byte order mark': ['\uFEFF', '\uFEFF'],
  dashes: ['— ', ' —'],
};

test.each(Object.entries(neighbours))('beside %s', (_, [left, right]) => {
  const [mention, ...more] = readOut(paragraphs(title, `${left}${plain}${right}`));
  expect(more).toEqual([]);
  expect(mention?.claims).toEqual(claims);
  // Quotation marks and the like may be taken along; no word of the neighbour is, and none of the sentence is left out.
  expect(mention?.quote).toContain(plain);
  expect(mention?.quote.replace(plain, '')).not.toMatch(/[\p{L}\p{N}]/u);
});

const claims = readOut(paragraphs(title, plain)).flatMap((mention) => mention.claims);

function readOut(page: ReturnType<typeof paragraphs>) {
  return matcher.read(page).mentions.map((mention) => ({
    quote: quoteOf(page, mention),
    claims: mention.claims.map(({ id, stance }) => `${id} ${stance}`).sort(),
  }));
}

function wide(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}
