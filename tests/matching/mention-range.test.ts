/** Which words are highlighted: between brackets [[ ]]. */
import { expect, test } from 'vitest';
import { matcher } from './bundled.ts';
import { pageOf } from './page-of.ts';

const title = 'Low-dose naltrexone (LDN) for fibromyalgia';

test.each([
  '[[LDN may reduce pain]].',
  '[[LDN may reduce pain]]!',
  '([[LDN may reduce pain]].)',
  'My husband is a carpenter. [[LDN may reduce pain]]. We have two dogs.',
  '[[LDN may reduce pain]]; we went to the sea in June.',
  '[[LDN may reduce pain]] (we went to the sea in June).',
  '[[LDN may reduce pain]] — we went to the sea in June.',
  'We went to the sea in June: [[LDN may reduce pain]].',
  'We went to the sea in June, [[but LDN may reduce pain]].',
  '[[LDN is not a cure, but it may reduce pain]].',
  '[[LDN is not a cure but it may reduce pain]].',
  '[[Research on LDN is still limited]].',
  '• [[LDN may reduce pain]]\n• We have two dogs\n',
  '[[LDN may reduce pain by 30%]].',
])('%s', (marked) => {
  const text = marked.replace('[[', '').replace(']]', '');
  const page = pageOf(title, [{ kind: 'heading', level: 1, text: title }, { text }]);
  const quotes = matcher
    .read(page)
    .mentions.map(({ start, end }) => text.slice(start - title.length - 1, end - title.length - 1));
  expect(quotes).toEqual([/\[\[(.*)\]\]/s.exec(marked)?.[1]]);
});

test('a table row is highlighted whole', () => {
  const text = 'LDN\tmay reduce pain\tfew trials';
  const page = pageOf(title, [
    { kind: 'row', group: 1, text, headers: ['Medicine', 'Fibromyalgia', 'Notes'] },
  ]);
  expect(matcher.read(page).mentions).toMatchObject([{ start: 0, end: text.length }]);
});

test.each([
  ['possessive', 'The best known effect on pain in fibromyalgia is LDN’s.', 'LDN’s'],
  ['combining marks', 'LDN may reduce pain\u0301\u0323.', 'pain\u0301\u0323'],
  ['a sign with a mark', 'LDN may reduce pain by 30%\u20E3.', '%\u20E3'],
  ['a keycap', 'LDN may reduce pain by 3\uFE0F\u20E3.', '3\uFE0F\u20E3'],
])('the end takes in what belongs to its last character: %s', (_, text, ending) => {
  const page = pageOf(title, [{ text }]);
  const [mention] = matcher.read(page).mentions;
  expect(text.slice(0, mention?.end).endsWith(ending)).toBe(true);
});
