/** What the reader sees of a claim so rated and so put: the whole table. */
import { expect, test } from 'vitest';
import { ratings, stances } from '../../src/database/vocabulary.ts';
import { verdictOf, worstVerdict } from '../../src/matching/verdict.ts';

test('rating and stance give the verdict', () => {
  const table = ratings.map((rating) => [
    rating,
    ...stances.map((stance) => `${stance} ${verdictOf(rating, stance)}`),
  ]);
  expect(table).toEqual([
    ['established', 'asserts in-line', 'hedges in-line', 'denies against'],
    ['supported', 'asserts in-line', 'hedges in-line', 'denies against'],
    ['mixed', 'asserts overstated', 'hedges in-line', 'denies overstated'],
    ['preliminary', 'asserts overstated', 'hedges in-line', 'denies unsettled'],
    ['untested', 'asserts overstated', 'hedges unsettled', 'denies unsettled'],
    ['contradicted', 'asserts against', 'hedges overstated', 'denies in-line'],
  ]);
});

test.each([
  [['in-line', 'unsettled', 'overstated', 'against'], 'against'],
  [['in-line', 'overstated', 'unsettled'], 'overstated'],
  [['in-line', 'unsettled'], 'unsettled'],
  [['in-line'], 'in-line'],
  [[], 'in-line'],
] as const)('of %j the worst is %s', (some, worst) => {
  expect(worstVerdict(some)).toBe(worst);
});
