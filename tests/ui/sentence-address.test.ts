/** Links to a sentence. That browsers find it there, tests/extension/sentence-link.spec.ts shows. */
import { describe, expect, test } from 'vitest';
import { type Place, sentenceAddress } from '../../src/ui/sentence-address.ts';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `word-number-${from + i}`).join(' ');
const inLink = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

describe('the text of a link', () => {
  test.each<[string, Omit<Place, 'address'>, string]>([
    ['dashes', { quote: 'LDN is well-known' }, 'LDN%20is%20well%2Dknown'],
    ['commas and ampersands', { quote: 'pain, sleep & mood' }, 'pain%2C%20sleep%20%26%20mood'],
    ['brackets', { quote: 'naltrexone (LDN)' }, 'naltrexone%20%28LDN%29'],
    ['white space of the source', { quote: ' LDN\u00a0 helps ' }, 'LDN%20helps'],
    ['half a character', { quote: 'LDN \ud83d helps' }, 'LDN%20%EF%BF%BD%20helps'],
    ['a long one by both ends', { quote: words(0, 40) }, `${inLink(words(0, 10))},${inLink(words(30, 40))}`],
    ['cells of a row: the longest', { quote: 'Pain\tLDN eased it\tyes' }, 'LDN%20eased%20it'],
    ['a line break: the longer part', { quote: 'LDN\neased the pain' }, 'eased%20the%20pain'],
    [
      'what stands around it, where the words are repeated',
      { quote: 'LDN helps', before: 'They say: ', after: ', he said', isRepeated: true },
      'They%20say%3A-,LDN%20helps,-%2C%20he%20said',
    ],
    [
      'nothing around it else',
      { quote: 'LDN helps', before: 'They say: ', after: ', he said' },
      'LDN%20helps',
    ],
    [
      'only what stands in the same line',
      { quote: 'LDN helps', before: 'Title\n', after: ' a lot\tcell', isRepeated: true },
      'LDN%20helps,-a%20lot',
    ],
    [
      'a word that a footnote sticks to',
      { quote: 'LDN helps most people', after: ' 12' },
      'LDN%20helps%20most',
    ],
  ])('%s', (_, place, text) => {
    expect(sentenceAddress({ ...place, address: 'https://a.example/' })).toBe(
      `https://a.example/#:~:text=${text}`,
    );
  });
});

test.each([
  ['https://a.example/b?c=1', 'https://a.example/b?c=1#:~:text=LDN'],
  ['https://a.example/#/a/page', 'https://a.example/#/a/page:~:text=LDN'],
  ['https://a.example/#:~:text=older', 'https://a.example/#:~:text=LDN'],
  ['https://a.example/#there:~:text=older', 'https://a.example/#there:~:text=LDN'],
])('the address %s', (address, linked) => {
  expect(sentenceAddress({ quote: 'LDN', address })).toBe(linked);
});

test('no words, no fragment', () => {
  expect(sentenceAddress({ quote: ' ', address: 'https://a.example/' })).toBe('https://a.example/');
});
