/**
 * Plain sentences and the claims that a careful reader finds in them, under a page's title. In braces: claim and stance; `a|b`: either is
 * right; `?`: may be left out; no braces: no claim.
 */
import { expect, test } from 'vitest';
import type { GoldClaim, GoldDocument } from '../../src/publish/corpus.ts';
import { matcher } from './bundled.ts';
import { documentOf } from './page-of.ts';

const sentences: Readonly<Record<string, readonly string[]>> = {
  'Low-dose naltrexone (LDN) for fibromyalgia': [
    'LDN may reduce pain. {fm.pain hedges}',
    'LDN reduces pain in people with fibromyalgia. {fm.pain asserts}',
    'Pain was reduced by LDN. {fm.pain asserts}',
    'LDN was associated with reduced pain. {fm.pain asserts|hedges}',
    'LDN does not improve sleep. {fm.sleep denies}',
    'It can lift mood and ease fatigue. {fm.mood hedges; fm.fatigue hedges}',
    'LDN is not a cure for fibromyalgia, but it reduces pain. {general.cure denies; fm.pain asserts}',
    'It is a myth that LDN cures fibromyalgia. {general.cure denies}',
    'Does LDN cure fibromyalgia?',
    'By calming microglia, LDN may ease pain. {mech.microglia hedges|asserts; fm.pain hedges}',
    'A 2009 pilot study found that LDN reduced fibromyalgia symptoms by 30%. {fm.overall asserts; research.fm-pilot-2009 asserts}',
    'In a Danish trial, LDN was no better than placebo for pain. {fm.pain denies; research.fm-rct-2024 asserts}',
    'My pain is gone since I started LDN. {fm.pain asserts; research.anecdotal asserts}',
    'Many patients report better sleep with LDN. {fm.sleep hedges|asserts; research.anecdotal asserts}',
    'Fibromyalgia causes pain and fatigue.',
    'Pregabalin reduces pain in fibromyalgia.',
    'Talk to your doctor before starting LDN.',
    'Women in the trial took LDN or a placebo for 12 weeks.',
  ],
  'Low-dose naltrexone (LDN) for ME/CFS': ['LDN may improve energy. {mecfs.fatigue hedges}'],
  'Low-dose naltrexone (LDN) for fibromyalgia and ME/CFS': [
    'LDN may reduce fatigue. {fm.fatigue hedges; mecfs.fatigue hedges}',
    'In fibromyalgia, LDN may reduce pain. {fm.pain hedges}',
    'In a Danish trial, LDN was no better than placebo for pain. {fm.pain denies; research.fm-rct-2024 asserts}',
  ],
  'Low-dose naltrexone (LDN)': [
    'LDN has no side effects. {safety.no-side-effects asserts}',
    'LDN blocks opioid receptors for a few hours. {mech.opioid-blockade asserts}',
    'LDN is not free of side effects. {safety.no-side-effects denies}',
    'LDN can cause vivid dreams and headaches. {safety.side-effects hedges|asserts}',
    'LDN is generally well tolerated. {safety.tolerated asserts}',
    'LDN is not addictive. {safety.not-addictive asserts}',
    'LDN must not be taken together with opioids. {safety.opioids asserts}',
    'The long-term safety of LDN is unknown. {safety.long-term asserts}',
    'LDN is used off-label. {status.off-label asserts}',
    'LDN is not approved by the FDA for fibromyalgia. {status.off-label asserts}',
    'Naltrexone is approved for opioid and alcohol addiction. {status.approved-use asserts}',
    'LDN is made by compounding pharmacies. {status.compounded asserts}',
    'LDN is inexpensive. {status.cost asserts}',
    'LDN calms microglia in the brain. {mech.microglia asserts}',
    'LDN is thought to raise endorphin levels. {mech.endorphins hedges}',
    'LDN modulates the immune system. {mech.immune asserts}',
    'LDN reduces inflammation. {mech.inflammation asserts}',
    'Nobody knows exactly how LDN works. {mech.unknown asserts}',
    'At low doses naltrexone works differently than at full doses. {mech.low-dose-differs asserts}',
    'The usual dose of LDN is 1.5 to 4.5 mg a day. {dose.range asserts}',
    'Start LDN low and increase the dose slowly. {dose.titration asserts}',
    'LDN is usually taken at bedtime. {dose.timing asserts}',
    'It may take two to three months before LDN works. {dose.onset hedges|asserts}',
    'LDN works for everyone. {general.works-for-everyone asserts}',
    'LDN does not work for everyone. {general.works-for-everyone denies}',
    'LDN relieves chronic pain. {general.chronic-pain asserts}',
    "LDN may help people with Crohn's disease. {crohns.remission hedges}",
    'LDN may help people with multiple sclerosis. {ms.symptoms hedges}',
    'LDN may help with long COVID symptoms. {long-covid.symptoms hedges}',
    'LDN may shrink tumours in people with cancer. {cancer.outcome hedges}',
    'LDN eased depression in patients who had relapsed. {depression.mood asserts}',
    'There is no evidence that LDN cures cancer. {general.cure denies|hedges; cancer.outcome denies?; research.limited asserts?}',
    'Research on LDN is still limited. {research.limited asserts}',
    'Early studies of LDN are promising. {research.promising asserts|hedges}',
    'Is LDN safe?',
    'Opioids relieve pain and cause constipation.',
    'Contrave helps people lose weight.',
    'Vivitrol, an injection of naltrexone, reduces craving for alcohol.',
  ],
};

const cases = Object.entries(sentences).flatMap(([title, lines]) =>
  lines.map((line) => [title, line] as const),
);

test.each(cases)('%s: %s', (title, line) => {
  const document = documentOf(title, `# ${title}\n\n${line}`);
  expect(complaintsAbout(document)).toEqual([]);
});

/** Claims that are missed, made up, or put with the wrong stance. */
function complaintsAbout(document: GoldDocument): string[] {
  const found = new Map(
    matcher
      .read(document.page)
      .mentions.flatMap(({ claims }) => claims.map(({ id, stance }) => [id, stance])),
  );
  const gold = document.units.flatMap(({ claims }) => claims);
  const isMissed = ({ id, isOptional }: GoldClaim) => !isOptional && !found.has(id);
  return [
    ...gold.filter(isMissed).map(({ id }) => `misses ${id}`),
    ...[...found].flatMap(([id, stance]) => {
      const own = gold.find((claim) => claim.id === id);
      if (!own) return [`makes up ${id} ${stance}`];
      return own.stances.includes(stance) ? [] : [`takes ${id} for ${stance}`];
    }),
  ];
}
