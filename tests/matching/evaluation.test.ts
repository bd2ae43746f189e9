/** What `npm run eval` measures stays above the floors of tests/corpus/floors.json. */
import { expect, test } from 'vitest';
import { documentsOf, evaluate, readFloors, shortfalls } from '../../src/publish/evaluate.ts';
import { matcher } from './bundled.ts';
import { documentOf } from './page-of.ts';

for (const [part, floors] of Object.entries(readFloors())) {
  const documents = await documentsOf(part);
  // `shared` lies beside the project, and not everywhere.
  test.skipIf(!documents)(`the matcher agrees with the annotators of "${part}"`, () => {
    expect(shortfalls(evaluate(matcher, documents ?? []), floors)).toEqual([]);
  });
}

const none = { detection: 0, claims: 0, stance: 0 };
const all = { detection: 1, claims: 1, stance: 1 };

test.each([
  ['right', 'LDN may reduce pain. {fm.pain hedges}', all, []],
  [
    'the other stance',
    'LDN may reduce pain. {fm.pain denies}',
    all,
    ['stance 0.000 is below its floor of 1'],
  ],
  ['either stance', 'LDN may reduce pain. {fm.pain denies|hedges}', all, []],
  ['a claim that may be left out', 'LDN may reduce pain. {fm.pain denies?}', all, []],
  ['another claim', 'LDN may reduce pain. {fm.sleep hedges}', all, ['claims 0.000 is below its floor of 1']],
  [
    'no claim at all',
    'LDN may reduce pain.',
    all,
    ['detection 0.000 is below its floor of 1', 'claims 0.000 is below its floor of 1'],
  ],
  ['no claim at all, which will do', 'LDN may reduce pain.', none, []],
])('%s', (_, line, floors, expected) => {
  const document = documentOf('Low-dose naltrexone (LDN) for fibromyalgia', line);
  expect(shortfalls(evaluate(matcher, [document]), floors)).toEqual(expected);
});

test('a mention where nothing may be marked falls short of any floor', () => {
  const document = documentOf('Low-dose naltrexone for fibromyalgia', 'LDN may reduce pain.');
  const scores = evaluate(matcher, [{ ...document, isSilent: true }]);
  expect(shortfalls(scores, none)).toEqual([
    'must stay unmarked: Low-dose naltrexone for fibromyalgia: LDN may reduce pain',
  ]);
});

test('stances are told apart in all, by kind of document, by claim and by stance', () => {
  const document = documentOf(
    'Low-dose naltrexone (LDN) for fibromyalgia',
    'LDN may reduce pain. {fm.pain denies}\nLDN is not a cure. {general.cure denies}',
  );
  const { stance, byRegister, byClaim, byStance } = evaluate(matcher, [document]);
  expect(stance).toEqual({ right: 1, all: 2 });
  expect([...byRegister.values()].map((own) => own.stance)).toEqual([{ right: 1, all: 2 }]);
  expect(byClaim.get('fm.pain')?.stance).toEqual({ right: 0, all: 1 });
  expect(byClaim.get('general.cure')?.stance).toEqual({ right: 1, all: 1 });
  expect(byStance.get('denies')).toEqual({ right: 1, wrong: 0, missed: 1 });
  expect(byStance.get('hedges')).toEqual({ right: 0, wrong: 1, missed: 0 });
});
