/** Which claims a sentence may be making, before it is judged: by its own words, or by those of what it answers or continues. */
import { expect, test } from 'vitest';
import { proposeClaims } from '../../src/matching/candidates.ts';
import { indexClaims } from '../../src/matching/claim-index.ts';
import { createConceptFinder } from '../../src/matching/concepts.ts';
import { readUnits } from '../../src/matching/context.ts';
import { finish } from '../../src/matching/steps.ts';
import { database } from './bundled.ts';
import { documentOf } from './page-of.ts';

const find = createConceptFinder(database.concepts);
const index = indexClaims(database.claims, database.concepts);

/** Title, page, a claim that its last sentence may make, and where the words for it stand. */
const proposed: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'its own words': ['LDN and fibromyalgia', 'LDN eases pain.', 'fm.pain', 'unit'],
  'the question that it answers': [
    'LDN and fibromyalgia',
    '## Does LDN ease the pain of fibromyalgia?\n\nFor some of those who take it.',
    'fm.pain',
    'question',
  ],
  'the sentence that a pronoun takes up': [
    'LDN and fibromyalgia',
    'LDN is said to ease pain. I tried it for half a year with great patience and it never did anything of the kind for me.',
    'fm.pain',
    'previous',
  ],
  'its own words, after LDN was named in another part of the page': [
    'Fog report from a year with fibromyalgia',
    'My doctor wrote naltrexone on a slip, for the fibromyalgia.\n\n## Summer\n\nPain is less than it was.',
    'fm.pain',
    'unit',
  ],
  'the sentence before a short one': [
    'LDN and fibromyalgia',
    'LDN eased her pain. The change lasted.',
    'fm.pain',
    'previous',
  ],
};

test.each(Object.entries(proposed))('%s', (_, [title, text, id, from]) => {
  expect(candidatesOf(title, text)).toContain(`${id} from ${from}`);
});

const notProposed: Readonly<Record<string, readonly [string, string, string]>> = {
  'a question': ['LDN and fibromyalgia', 'Does LDN ease pain?', 'fm.pain'],
  'a long sentence of its own': [
    'LDN and fibromyalgia',
    'LDN eased her pain. Our garden lies behind the church, where the road turns to the sea and the old cars stand.',
    'fm.pain',
  ],
  'how another treatment is dosed, on a page that is not about LDN': [
    'Running',
    'Low-dose naltrexone is another story.\n\n## Shoes\n\nIncrease the distance slowly, from a low start, week by week.',
    'dose.titration',
  ],
};

test.each(Object.entries(notProposed))('not: %s', (_, [title, text, id]) => {
  expect(candidatesOf(title, text).filter((one) => one.startsWith(`${id} `))).toEqual([]);
});

/** The claims that the last unit may make, each with where its words stand. */
function candidatesOf(title: string, text: string): string[] {
  const read = finish(readUnits(documentOf(title, text).page, find)).units.at(-1);
  return read ? proposeClaims(read, index).map(({ claim, from }) => `${claim.id} from ${from}`) : [];
}
