/** Amounts in milligrams: "1.5 to 4.5 mg", "50mg". No list of terms could hold them, so concepts name a range. */
import type { Concept } from '../database/schema.ts';
import type { Hit } from './concepts.ts';
import type { Word } from './words.ts';

/** Hits of the concepts whose range an amount lies in, bounds included. */
export function amountsIn(words: readonly Word[], concepts: readonly Concept[]): Hit[] {
  return words.flatMap((word, from) => {
    if (!/^\d+(?:\.\d+)?$/.test(word.text)) return [];
    const to = endOfAmount(words, from + 1);
    const amount = Number(word.text);
    const isOf = ({ milligrams }: Concept) =>
      milligrams !== undefined && amount >= milligrams[0] && amount <= milligrams[1];
    return to ? concepts.filter(isOf).map((concept) => ({ concept, from, to })) : [];
  });
}

/** Words between the first amount of a range and its unit, at most. */
const longestRange = 5;

/** Where the amount that began before `at` ends, behind "mg"; it may be the first of a range. 0: no amount. */
function endOfAmount(words: readonly Word[], at: number): number {
  for (let i = at; i < at + longestRange; i++) {
    const text = words[i]?.text ?? '';
    if (/^(?:mgs?|milligram(?:me)?s?)$/.test(text)) return i + 1;
    if (!/^(?:to|and|or|–|—|through|\d+(?:\.\d+)?)$/.test(text)) return 0;
  }
  return 0;
}
