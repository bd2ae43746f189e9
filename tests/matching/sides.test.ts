/** On which side of a claim a sentence stands. A verdict on the wrong side is worse than none: it calls a warning hype, or hype a warning. */
import { expect, test } from 'vitest';
import type { Stance } from '../../src/database/schema.ts';
import { createMatcher } from '../../src/matching/find-mentions.ts';
import { database } from './bundled.ts';
import { pageOf } from './page-of.ts';

const matcher = createMatcher(database);
const title = 'Low-dose naltrexone for fibromyalgia';

/** Sentences with a claim, and the stances that are right. */
const sides: readonly (readonly [sentence: string, claim: string, stances: readonly Stance[]])[] = [
  ['LDN will cure fibromyalgia.', 'general.cure', ['asserts']],
  ['LDN is not a cure.', 'general.cure', ['denies']],
  ['It is a myth that LDN cures fibromyalgia.', 'general.cure', ['denies']],
  ['LDN must not be taken with opioids.', 'safety.opioids', ['asserts']],
  ['LDN interacts with opioids.', 'safety.opioids', ['asserts']],
  ['You can take LDN together with oxycodone.', 'safety.opioids', ['denies']],
  ['LDN can safely be combined with opioid painkillers.', 'safety.opioids', ['denies']],
  ['You cannot take LDN together with oxycodone.', 'safety.opioids', ['asserts']],
  ['LDN is addictive.', 'safety.not-addictive', ['denies']],
  ['LDN is habit-forming.', 'safety.not-addictive', ['denies']],
  ['LDN is not addictive.', 'safety.not-addictive', ['asserts']],
  ['Unlike opioids, LDN is not habit-forming.', 'safety.not-addictive', ['asserts']],
  ['LDN is expensive.', 'status.cost', ['denies']],
  ['LDN is not expensive.', 'status.cost', ['asserts']],
  ['LDN is cheap.', 'status.cost', ['asserts']],
  ['LDN is approved by the FDA for fibromyalgia.', 'status.off-label', ['denies']],
  ['LDN is not approved by the FDA for fibromyalgia.', 'status.off-label', ['asserts']],
  ['LDN is dangerous.', 'safety.tolerated', ['denies']],
  ['LDN is poorly tolerated.', 'safety.tolerated', ['denies']],
  ['LDN is well tolerated.', 'safety.tolerated', ['asserts']],
  ['Scientists know exactly how LDN works.', 'mech.unknown', ['denies']],
  ['It is not fully understood how LDN works.', 'mech.unknown', ['asserts']],
  ['LDN damages the liver.', 'safety.liver', ['asserts', 'hedges']],
  ['LDN does not harm the liver.', 'safety.liver', ['denies']],
  ['LDN makes fibromyalgia pain worse.', 'fm.pain', ['denies']],
  ['LDN is no better than placebo for pain.', 'fm.pain', ['denies']],
  ['LDN did nothing for my pain.', 'fm.pain', ['denies']],
  ['LDN reduces fatigue.', 'fm.fatigue', ['asserts']],
  ['LDN may reduce fatigue.', 'fm.fatigue', ['hedges']],
  ['LDN is better than pregabalin.', 'general.better-than-approved', ['asserts']],
  ['LDN is not better than pregabalin.', 'general.better-than-approved', ['denies']],
  ['LDN works for everyone.', 'general.works-for-everyone', ['asserts']],
  ['LDN does not work for everyone.', 'general.works-for-everyone', ['denies']],
  ['LDN is an effective treatment for Crohn’s disease.', 'crohns.remission', ['asserts']],
];

test.each(sides)('%s', (sentence, claim, stances) => {
  const { mentions } = matcher.read(
    pageOf(title, [{ kind: 'heading', level: 1, text: title }, { text: sentence }]),
  );
  const made = mentions.flatMap(({ claims }) => claims).find(({ id }) => id === claim);
  expect(stances).toContain(made?.stance);
});
