/** Which amounts count as a low dose (up to 12 mg), which as a full one (25 to 400 mg). */
import { expect, test } from 'vitest';
import { amountsIn } from '../../src/matching/amounts.ts';
import { wordsOf } from '../../src/matching/words.ts';
import { database } from './bundled.ts';

test.each([
  ['4.5 mg', ['low: 4.5 mg']],
  ['4.5mg', ['low: 4.5mg']],
  ['4.5\u00A0mg', ['low: 4.5\u00A0mg']],
  ['4.5-mg capsules', ['low: 4.5-mg']],
  ['50 mg', ['full: 50 mg']],
  ['50 milligrams', ['full: 50 milligrams']],
  ['1 milligramme', ['low: 1 milligramme']],
  ['from 1.5 to 4.5 mg', ['low: 1.5 to 4.5 mg', 'low: 4.5 mg']],
  ['1.5–4.5 mg', ['low: 1.5–4.5 mg', 'low: 4.5 mg']],
  ['1.5, 3 or 4.5 mg', ['low: 3 or 4.5 mg', 'low: 4.5 mg']],
  ['12 mg, not 50 mg', ['low: 12 mg', 'full: 50 mg']],
  ['12.5 mg', []],
  ['1,000 mg', []],
  ['4.5 ml', []],
  ['4.5', []],
  ['mg 4.5', []],
  ['in 2013 we gave 3 people some mg', []],
])('%s', (text, expected) => {
  const words = wordsOf(text);
  const hits = amountsIn(
    words,
    database.concepts.filter(({ milligrams }) => milligrams),
  );
  const name = (id: string) => (id === 'small-amount' ? 'low' : 'full');
  expect(
    hits.map(
      ({ concept, from, to }) => `${name(concept.id)}: ${text.slice(words[from]?.start, words[to - 1]?.end)}`,
    ),
  ).toEqual(expected);
});
