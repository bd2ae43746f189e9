import { describe, expect, test } from 'vitest';
import { isTimeToCheck, ringAt, waitAfterFailure, waitAfterSuccess } from '../../src/feed/plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-12-01T12:00:00Z');

describe('the alarm rings', () => {
  test.each<readonly [string, number | undefined, number | undefined, number, number]>([
    ['soon after installation', undefined, undefined, 0, 5 * minute],
    ['when it was planned', now + 7 * hour, now - day, 7 * hour, 7 * hour],
    ['within hours, an hour late', now - hour, now - day, 0, 3 * hour],
    ['within half an hour, a day late', now - day, now - 2 * day, 0, 30 * minute],
    ['within a minute, a month late', now - 30 * day, now - 31 * day, 0, minute],
    ['within a minute, planned an hour ago but last done a month ago', now - hour, now - 30 * day, 0, minute],
    ['within a minute, planned but never done', now - hour, undefined, 0, minute],
    ['soon, where a wrong clock planned years ahead', now + 900 * day, now + 899 * day, 0, 5 * minute],
  ])('%s', (_, planned, last, least, most) => {
    expect([0, 1].map((chance) => ringAt(planned, last, now, chance) - now)).toEqual([least, most]);
  });
});

test.each<readonly [string, number | undefined, boolean]>([
  ['not planned', undefined, false],
  ['not yet', now + 1, false],
  ['now', now, true],
  ['a little late, as alarms are', now - 2 * minute, true],
  ['missed, to be planned anew', now - hour, false],
])('is it time? %s', (_, planned, isTime) => {
  expect(isTimeToCheck(planned, now)).toBe(isTime);
});

test('once a day, spread', () => {
  expect([0, 0.5, 1].map((chance) => waitAfterSuccess(chance) / hour)).toEqual([18, 24, 30]);
});

test('after failures less and less often, and never less than once in about a day', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 50, 1000].map((failures) => waitAfterFailure(failures, 0.5) / hour);
  expect(waits).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24, 24]);
});
