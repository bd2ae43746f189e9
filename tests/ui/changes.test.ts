import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/database/schema.ts';
import { type UpdateState, updateFaults } from '../../src/database/status.ts';
import { changesIn, lateChange } from '../../src/ui/changes.ts';
import { stateWords, statusSentence } from '../../src/ui/database-status.ts';
import { claim } from './example.ts';

type History = Claim['history'];
const first: History[number] = { date: '2025-01-10', from: null, to: 'untested', why: 'First edition.' };
const later: History[number] = {
  date: '2026-10-01',
  from: 'untested',
  to: 'mixed',
  why: 'Two trials disagree.',
};
const old: History[number] = { date: '2025-02-01', from: 'untested', to: 'mixed', why: 'A pilot.' };
const date = '2026-11-22';

describe('what changed', () => {
  test.each<readonly [string, History, number, boolean]>([
    ['nothing since the first edition', [first], 0, false],
    ['a change last month', [later, first], 1, true],
    ['a change of long ago', [old, first], 0, false],
    [
      'a change of long ago and one last month',
      [{ ...later, from: 'mixed', to: 'supported' }, old, first],
      1,
      true,
    ],
    ['an entry that changes nothing', [{ ...later, from: 'mixed' }, old, first], 0, false],
  ])('%s', (_, history, listed, isOnCard) => {
    const one = claim({ history });
    expect(changesIn({ claims: [one], date })).toHaveLength(listed);
    expect(lateChange(one, { date }) !== undefined).toBe(isOnCard);
  });

  test('newest first', () => {
    const claims = ['2026-03-01', '2026-09-01', '2026-06-01'].map((day, i) =>
      claim({ id: `c${i}`, history: [{ ...later, date: day }, first] }),
    );
    expect(changesIn({ claims, date }).map((one) => one.claim.id)).toEqual(['c1', 'c2', 'c0']);
  });
});

test('every state has words of its own', () => {
  const states: readonly UpdateState[] = ['no-channel', 'never-checked', 'up-to-date', ...updateFaults];
  expect(Object.keys(stateWords).sort()).toEqual([...states].sort());
  const titles = states.map((state) => stateWords[state].title);
  expect(new Set(titles).size).toBe(states.length);
});

test('the card’s sentence', () => {
  const status = {
    source: 'feed',
    version: 12,
    date,
    searchedTo: date,
    state: 'up-to-date',
    isExpired: false,
  } as const;
  expect(statusSentence(status)).toBe('Version 12, up to date.');
  expect(statusSentence({ ...status, state: 'bad-signature', lastCheck: '2026-11-22T12:00:00Z' })).toMatch(
    /^Version 12, refused: bad signature, last checked 2[123] November 2026 at \d\d:\d\d\.$/,
  );
});
