/** A matcher that has read a page before finds in a changed page what a new one would. */
import { expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/find-mentions.ts';
import type { Block } from '../../src/matching/page-text.ts';
import { randomNumbers } from '../page/random-changes.ts';
import { database } from './bundled.ts';
import { pageOf } from './page-of.ts';

type Piece = Omit<Block, 'start'>;
const piece = (kind: Block['kind'], text: string, more: Partial<Piece> = {}): Piece => ({
  kind,
  text,
  level: kind === 'heading' ? 2 : kind === 'item' ? 1 : 0,
  group: 0,
  ...more,
});

const pieces: readonly Piece[] = [
  piece('heading', 'Low-dose naltrexone for fibromyalgia'),
  piece('heading', 'What about Crohn’s disease?'),
  piece('heading', 'Does it help with pain?', { level: 3 }),
  piece('heading', 'Other medicines', { level: 3 }),
  piece('paragraph', 'Low-dose naltrexone (LDN) reduces pain. It may also improve sleep.'),
  piece('paragraph', 'It is not a cure. Many patients say that it helps with fatigue.'),
  piece('paragraph', 'Yes, a lot.'),
  piece('paragraph', 'Gabapentin reduces pain as well. It makes you sleepy.'),
  piece('paragraph', 'The village has a square and two bakers.'),
  piece('paragraph', 'LDN has been shown to:'),
  piece('item', 'reduce inflammation', { group: 1 }),
  piece('item', 'cure fibromyalgia', { group: 1 }),
  piece('item', 'improve mood', { group: 2 }),
  piece('row', 'LDN\treduces pain\t4.5 mg', { group: 3, headers: ['Medicine', 'Effect', 'Dose'] }),
  piece('row', 'LDN\treduces pain\t4.5 mg', { group: 3, headers: ['Medicine', 'Crohn’s disease', 'Dose'] }),
];
const forgetful = createMatcher(database);
const titles = ['LDN', 'Notes', 'LDN for multiple sclerosis'];

test.each([1, 2, 3, 4, 5])('sixty changes at random, seed %d', (seed) => {
  const random = randomNumbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const matcher = createMatcher(database);
  const blank = pageOf('', [{ text: 'Nothing of all that is in here, and that is what it is for.' }]);
  let title = pick(titles);
  let chosen = Array.from({ length: 20 }, () => pick(pieces));
  let mentions = 0;
  for (let change = 0; change < 60; change += 1) {
    const at = Math.floor(random() * chosen.length);
    if (random() < 0.1) title = pick(titles);
    else chosen = chosen.toSpliced(at, Math.floor(random() * 2), ...(random() < 0.6 ? [pick(pieces)] : []));
    const page = pageOf(title, chosen);
    const found = matcher.read(page);
    // two other pages in between, and nothing is remembered
    forgetful.read(blank);
    forgetful.read(blank);
    expect(found).toEqual(forgetful.read(page));
    mentions += found.mentions.length;
  }
  expect(mentions).toBeGreaterThan(100);
});
