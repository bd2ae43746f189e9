/** Which pages speak of low-dose naltrexone. */
import { expect, test } from 'vitest';
import { createConceptFinder } from '../../src/matching/concepts.ts';
import { readUnits } from '../../src/matching/context.ts';
import { finish } from '../../src/matching/steps.ts';
import { database, matcher } from './bundled.ts';
import { documentOf } from './page-of.ts';

const find = createConceptFinder(database.concepts);

/** Title, text, and whether the page is read for claims. */
const pages: Readonly<Record<string, readonly [string, string, boolean]>> = {
  'in full': ['Pain', 'Low-dose naltrexone may reduce pain.', true],
  'in full with its short form': ['Pain', 'Low-dose naltrexone (LDN) may reduce pain.', true],
  'the other way round': ['Pain', 'Naltrexone in low doses may reduce pain.', true],
  'by its milligrams': ['Pain', 'A capsule of naltrexone 4.5 mg may reduce pain.', true],
  'by its milligrams, sentences later': [
    'Small capsules',
    'Naltrexone may reduce pain.\n\nMost people take 4.5 mg.',
    true,
  ],
  'naltrexone for an illness': ['Naltrexone for fibromyalgia', 'Naltrexone may reduce pain.', true],
  'naltrexone for drinkers': ['Naltrexone for alcohol addiction', 'Naltrexone may reduce craving.', false],
  'LDN in the title, symptoms in the text': [
    'LDN, week six',
    'Less pain.\n\nThe fatigue is still there.\n\nSome nausea at 3 mg.',
    true,
  ],
  misspelt: ['Pain', 'Low dose naltroxone may reduce pain.', true],
  'in the title only': ['Low-dose naltrexone', 'LDN may reduce pain.', true],
  'LDN among diseases': [
    'Our forum',
    'LDN helped my fibromyalgia.\n\nI have ME/CFS and LDN did nothing.\n\nMy Hashimoto’s is better.',
    true,
  ],
  London: [
    'Weekend in LDN',
    'LDN is full of pain and joy. We landed at Heathrow.\n\nThe London marathon ended my fatigue.\n\nMy arthritis and fibromyalgia came along.',
    false,
  ],
  'LDN with nothing of medicine': [
    'LDN dates',
    'LDN, 12 May. Doors at eight.\n\nLDN, 13 May. Sold out.',
    false,
  ],
  'lymph node dissection': [
    'LDN in melanoma',
    'Lymph node dissection (LDN) can cause pain and swelling.\n\nAfter LDN, cancer patients had less pain.\n\nCancer came back in few.',
    false,
  ],
  'laparoscopic donor nephrectomy': [
    'LDN',
    'After laparoscopic donor nephrectomy (LDN) patients report pain and fatigue.\n\nLDN is safe.',
    false,
  ],
  'a combination tablet': [
    'Contrave',
    'Contrave (naltrexone and bupropion) helps people lose weight. It can cause nausea.',
    false,
  ],
  'low-dose aspirin': [
    'Low-dose aspirin',
    'Low-dose aspirin may reduce the risk of stroke. It can cause bleeding.',
    false,
  ],
  'full dose only': [
    'Naltrexone for alcohol use disorder',
    'Naltrexone 50 mg reduces craving for alcohol. It can cause nausea and headaches.\n\nNaltrexone blocks opioid receptors.',
    false,
  ],
  'an injection': ['Vivitrol', 'Vivitrol holds 380 mg of naltrexone. It may cause fatigue and pain.', false],
  'naltrexone in passing, on an illness that only low doses are tried in': [
    'Fog lifting',
    'Fibromyalgia clouds the mind. Then there is naltrexone. Some think more clearly on it.',
    true,
  ],
  'naltrexone among drinkers, an illness in passing': [
    'Naltrexone and drink',
    'Naltrexone is given for alcohol addiction. Alcohol dependence is common.\n\nOne of us has lupus.',
    false,
  ],
  'LDN by its small print': [
    'LDN: what the leaflet means',
    'Tell us if you take opioids. Your liver is checked. It may cause nausea.',
    true,
  ],
  'LDN, told in London': [
    'My year on LDN',
    'I live in London. LDN eased the pain. The fatigue is still there. My fibromyalgia is calmer.',
    true,
  ],
  'a data network': [
    'LDN for hospitals',
    'Our low-latency data network (LDN) ends the pain of slow files. No side effects. Ask your pharmacy.',
    false,
  ],
  'the disease only': ['Fibromyalgia', 'Fibromyalgia causes pain, fatigue and poor sleep.', false],
  'endorphins only': ['Endorphins', 'Exercise raises endorphins and reduces pain. It lifts the mood.', false],
};

test.each(Object.entries(pages))('%s', (_, [title, text, expected]) => {
  const { page } = documentOf(title, text);
  expect(finish(readUnits(page, find)).isOnLdn).toBe(expected);
  if (!expected) expect(matcher.read(page)).toEqual({ mentions: [], unassessed: [], inEnglish: true });
});

test('a sentence that speaks of LDN and makes no known claim is counted as not assessed', () => {
  const { page } = documentOf('Pain', 'Low-dose naltrexone has a story. We have two dogs.');
  expect(matcher.read(page)).toEqual({ mentions: [], unassessed: [{ start: 0, end: 32 }], inEnglish: true });
});

test.each([
  ['another treatment in between', 'LDN is old. Ibuprofen is older. It may reduce pain.'],
  ['another treatment as subject', 'LDN is old. Pregabalin may reduce pain in fibromyalgia.'],
])('on a page about LDN, %s is kept apart', (_, text) => {
  const { page } = documentOf('Low-dose naltrexone (LDN) for fibromyalgia', text);
  const ids = matcher.read(page).mentions.flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(ids.filter((id) => id.startsWith('fm.'))).toEqual([]);
});

test('what a page says before it names LDN is no claim about it, where its title does not', () => {
  const story =
    'I have had fibromyalgia for nine years. Most mornings the words come slowly and my hands ache.';
  const { page } = documentOf(
    'Fog report: a year with fibromyalgia',
    `${story}\n\n## Spring\n\nMy doctor wrote naltrexone on a slip, for the fibromyalgia. It eased the pain within two months.`,
  );
  const text = page.blocks.map((block) => block.text).join('\n');
  const marked = matcher.read(page).mentions.map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual([expect.stringContaining('eased the pain')]);
});
