/** Where sentences end. A bar stands between two sentences. */
import { expect, test } from 'vitest';
import type { Block } from '../../src/matching/page-text.ts';
import { unitsOf } from '../../src/matching/units.ts';

const paragraphs = [
  'LDN eases pain.| It may help sleep.',
  'Does it work?| Some say so!| Others wait …| We shall see.',
  'It helps with pain (e.g. fibromyalgia) and fatigue.',
  'Tablets hold 50 mg.| LDN is far less.',
  'Take 1.5 mg. of it at night.',
  'Doses of 1.5–4.5 mg, i.e. a tenth, are usual.',
  'Dr. Jarred Younger of St. Louis ran it vs. placebo.',
  'The U.S. agency has not approved it.| The U.S.| It has not approved it.',
  'J. Younger et al. found less pain.',
  'Start low, go slow, etc.| Then wait.',
  'She said: “It works.”| I agree.',
  'It works.)| (Or so they say.',
  'It works.| (Or so they say.)',
  'No space.After a full stop that is no end.',
  'Visit example.com or read v2.0 now.',
  '1. Start with 1.5 mg. of it.',
  'Wait... what?!| Yes.',
  'LDN … may help.| Or …| It may not.',
  'Less pain: yes; less fatigue: perhaps.',
  'Line one\n|Line two',
  'a line that\ngoes on below',
  'take at most\n4.5 mg of\nLDN at night',
  'Start low\n|2. Go slow',
  'Does it help?\n|yes, it does',
  '• Less pain\n|• Better sleep',
  '  LDN eases pain.  ',
];

test.each(paragraphs)('%s', (marked) => {
  expect(sentencesOf('paragraph', marked.replaceAll('|', ''))).toEqual(trimmed(marked.split('|')));
});

test.each<[Block['kind'], string, string[]]>([
  ['heading', 'LDN. What is it? A guide.', ['LDN. What is it? A guide.']],
  ['row', 'LDN\tEases pain. Helps sleep.\tyes', ['LDN\tEases pain. Helps sleep.\tyes']],
  ['item', 'Less pain. Better sleep.', ['Less pain.', 'Better sleep.']],
  ['caption', 'LDN capsules. Photo: A. Smith.', ['LDN capsules.', 'Photo: A. Smith.']],
  ['paragraph', '… — !', []],
  ['paragraph', ' \n ', []],
  ['paragraph', '', []],
])('a %s: %s', (kind, text, expected) => {
  expect(sentencesOf(kind, text)).toEqual(expected);
});

test('what runs on for hundreds of words is cut between words, never within one', () => {
  const text = '50mg '.repeat(500).trim();
  const units = sentencesOf('paragraph', text);
  expect(units.length).toBeGreaterThan(3);
  expect(units.join(' ')).toBe(text);
});

function sentencesOf(kind: Block['kind'], text: string): string[] {
  const block: Block = { kind, level: 0, group: 0, start: 0, text };
  return trimmed(unitsOf(block, 0).map(({ start, end }) => text.slice(start, end)));
}

function trimmed(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim());
}
