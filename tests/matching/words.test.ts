/** Words as terms are compared with them: what typography adds is gone, what the page says stays in place. */
import { expect, test } from 'vitest';
import { wordsOf } from '../../src/matching/words.ts';

/** Words and marks, parted by spaces. */
const spellings: readonly (readonly [string, string])[] = [
  ['LDN eases pain.', 'ldn eases pain .'],
  ['low-dose naltrexone', 'low dose naltrexone'],
  ['low\u2011dose\u00A0naltrexone', 'low dose naltrexone'],
  ['low\u2010dose naltrexone', 'low dose naltrexone'],
  ['nal\u00ADtrex\u00ADone', 'naltrexone'],
  ['nal\u200Btrex\u2060one', 'naltrexone'],
  ['ＬＤＮ ４．５ ｍｇ', 'ldn 4 5 mg'],
  ['４.５ mg', '4.5 mg'],
  ['𝐋𝐃𝐍 𝟒.𝟓mg', 'ldn 4.5 mg'],
  ['nai\u0308ve na\u00EFve', 'naive naive'],
  ['p\u0317\u0322\u0341a\u0489i\u0337n\u0334', 'pain'],
  ['4\u0301.5\u0301 mg', '4.5 mg'],
  ["doesn’t doesn't doesnʼt", "doesn't doesn't doesn't"],
  ["LDN’s effect, Crohn's disease", 'ldn effect , crohn disease'],
  ['ﬁbromyalgia', 'fibromyalgia'],
  ['1,000 patients', '1000 patients'],
  ['50mg', '50 mg'],
  ['ME/CFS', 'me cfs'],
  ['(LDN)', '( ldn )'],
  ['“LDN”', '“ ldn ”'],
  ['\u202BLDN\u202C \u200FLDN\u200E', 'ldn ldn'],
  ['\uD800LDN\uDC00', 'ldn'],
  ['\u0301LDN', 'ldn'],
  ['LDN👍🏽pain', 'ldn pain'],
  ['a\0b', 'a b'],
  ['כאב LDN', 'כאב ldn'],
];

test.each(spellings)('%j reads %j', (text, expected) => {
  const words = wordsOf(text);
  expect(words.map((word) => word.text).join(' ')).toBe(expected);
  for (const [i, { start, end }] of words.entries()) {
    expect(start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
    expect(end).toBeGreaterThan(start);
  }
});

test.each([
  ['ME', true],
  ['LDN', true],
  ['Me', false],
  ['me', false],
  ['I', false],
  ['M3', false],
])('%s is all capitals: %s', (text, expected) => {
  expect(wordsOf(text)[0]?.isCapital).toBe(expected);
});
