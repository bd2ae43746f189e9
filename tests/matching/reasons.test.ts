/** "Why is this marked?": which words gave subject, relation, outcome, condition and stance, and where they stand. */
import { expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/find-mentions.ts';
import { database } from './bundled.ts';
import { documentOf } from './page-of.ts';

/** Takes every claim that a sentence may be making: whether it does is not the question here. */
const matcher = createMatcher({ ...database, judge: { ...database.judge, threshold: -1000 } });

interface Case {
  readonly title: string;
  readonly page: string;
  readonly claim: string;
  /** "role: words", with the place where they stand if not in the sentence itself */
  readonly reasons: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'all in the sentence': {
    title: 'Pain medicines',
    page: 'Low-dose naltrexone may reduce pain in fibromyalgia.',
    claim: 'fm.pain',
    reasons: [
      'subject: Low-dose naltrexone',
      'relation: reduce',
      'outcome: pain',
      'condition: fibromyalgia',
      'stance: may',
    ],
  },
  'condition from the title': {
    title: 'Low-dose naltrexone for fibromyalgia',
    page: 'LDN may reduce pain.',
    claim: 'fm.pain',
    reasons: [
      'subject: LDN',
      'relation: reduce',
      'outcome: pain',
      'condition: fibromyalgia (title)',
      'stance: may',
    ],
  },
  'condition from the heading, which goes before the title': {
    title: 'Low-dose naltrexone for fibromyalgia and more',
    page: '# LDN\n\n## LDN for chronic fatigue syndrome\n\nLDN may improve sleep.',
    claim: 'mecfs.sleep',
    reasons: [
      'subject: LDN',
      'relation: improve',
      'outcome: sleep',
      'condition: chronic fatigue syndrome (heading)',
      'stance: may',
    ],
  },
  'a pronoun for what the sentence before named': {
    title: 'Fibromyalgia medicines',
    page: 'Low-dose naltrexone is an old medicine. It may reduce pain in fibromyalgia.',
    claim: 'fm.pain',
    reasons: [
      'subject: It',
      'subject: Low-dose naltrexone (previous sentence)',
      'relation: reduce',
      'outcome: pain',
      'condition: fibromyalgia',
      'stance: may',
    ],
  },
  'a pronoun for what the title names': {
    title: 'Low-dose naltrexone for fibromyalgia',
    page: 'It may reduce pain.',
    claim: 'fm.pain',
    reasons: [
      'subject: It',
      'subject: Low-dose naltrexone (title)',
      'relation: reduce',
      'outcome: pain',
      'condition: fibromyalgia (title)',
      'stance: may',
    ],
  },
  'a list, whose lead-in names drug, condition and stance': {
    title: 'Pain medicines',
    page: 'The benefits of low-dose naltrexone in fibromyalgia may include:\n\n- reduced pain\n- improved sleep',
    claim: 'fm.sleep',
    reasons: [
      'subject: low-dose naltrexone (lead-in)',
      'relation: improved',
      'outcome: sleep',
      'condition: fibromyalgia (lead-in)',
      'stance: may (lead-in)',
    ],
  },
  'a table, whose header names the condition': {
    title: 'Pain medicines',
    page: '| Medicine | In fibromyalgia |\n| --- | --- |\n| Low-dose naltrexone | may reduce pain |',
    claim: 'fm.pain',
    reasons: [
      'subject: Low-dose naltrexone',
      'relation: reduce',
      'outcome: pain',
      'condition: fibromyalgia (table header)',
      'stance: may',
    ],
  },
  'an answer, whose question says the rest': {
    title: 'Questions',
    page: '# Low-dose naltrexone for fibromyalgia\n\n### Can LDN help with fibromyalgia pain?\n\nYes.',
    claim: 'fm.pain',
    reasons: [
      'subject: LDN (heading)',
      'outcome: Can LDN help with fibromyalgia pain? (heading)',
      'condition: fibromyalgia (heading)',
    ],
  },
  'a negation': {
    title: 'Low-dose naltrexone (LDN)',
    page: '# Low-dose naltrexone (LDN)\n\nLDN is not a cure.',
    claim: 'general.cure',
    reasons: ['subject: LDN', 'outcome: cure', 'stance: not'],
  },
  'typography stays as the page has it': {
    title: 'Pain medicines',
    page: 'Low\u2011dose nal\u00ADtrexone may re\u00ADduce pain in ﬁbromyalgia.',
    claim: 'fm.pain',
    reasons: [
      'subject: Low\u2011dose nal\u00ADtrexone',
      'relation: re\u00ADduce',
      'outcome: pain',
      'condition: ﬁbromyalgia',
      'stance: may',
    ],
  },
};

test.each(Object.entries(cases))('%s', (_, { title, page, claim, reasons }) => {
  const { mentions } = matcher.read(documentOf(title, page).page);
  const made = mentions.flatMap(({ claims }) => claims).find(({ id }) => id === claim);
  expect(
    made?.reasons.map(({ role, text, from }) => `${role}: ${text}${from === 'sentence' ? '' : ` (${from})`}`),
  ).toEqual(reasons);
});
