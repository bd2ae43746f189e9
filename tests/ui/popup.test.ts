import { describe, expect, test } from 'vitest';
import { coverageWords } from '../../src/ui/popup.ts';
import { type FrameFindings, merged, obstacleIn } from '../../src/ui/popup-view.ts';
import { spreadWords } from '../../src/ui/spread.ts';

describe('what keeps us from a tab', () => {
  test.each([
    ['a web page', 'https://blog.example/ldn', undefined],
    ['settings', 'chrome://settings/', 'browser-page'],
    ['a new tab', 'about:newtab', 'browser-page'],
    ['another extension', 'moz-extension://1234/options.html', 'browser-page'],
    ['no address told', undefined, 'browser-page'],
    ['Chrome’s store', 'https://chromewebstore.google.com/detail/x', 'store'],
    ['Firefox’s store', 'https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['a PDF', 'https://journal.example/paper.PDF?download=1', 'pdf'],
    ['a page that only speaks of PDF', 'https://journal.example/pdf', undefined],
    ['a local file, files allowed', 'file:///home/me/ldn.html', undefined],
  ])('%s', (_, url, obstacle) => {
    expect(obstacleIn({ url, hasAccess: true, isFileAllowed: true })).toBe(obstacle);
  });

  test.each([
    ['access withheld', { url: 'https://blog.example/', hasAccess: false, isFileAllowed: true }, 'no-access'],
    ['access withheld, address too', { url: undefined, hasAccess: false, isFileAllowed: true }, 'no-access'],
    ['files not allowed', { url: 'file:///a.html', hasAccess: true, isFileAllowed: false }, 'file'],
  ])('%s', (_, tab, obstacle) => {
    expect(obstacleIn(tab)).toBe(obstacle);
  });
});

const frame = (
  frameId: number,
  length: number,
  starts: readonly number[],
  more: Partial<FrameFindings> = {},
) => ({
  frameId,
  inEnglish: true,
  length,
  mentions: starts.map((start) => ({
    start,
    quote: 'LDN helps',
    before: '',
    after: '',
    isRepeated: false,
    verdict: 'overstated' as const,
    claims: [],
  })),
  unassessed: 1,
  ...more,
});

test('frames stand in a row, and each mention keeps its number in its own frame', () => {
  const { mentions, length, unassessed, situation } = merged([frame(0, 100, [10, 90]), frame(5, 50, [0])]);
  expect(mentions.map(({ frameId, index, start }) => [frameId, index, start])).toEqual([
    [0, 0, 10],
    [0, 1, 90],
    [5, 0, 100],
  ]);
  expect([length, unassessed, situation]).toEqual([150, 2, 'read']);
});

test('a page is foreign only if all its frames are', () => {
  const foreign = frame(0, 10, [], { inEnglish: false });
  expect(merged([foreign]).situation).toBe('not-english');
  expect(merged([foreign, frame(1, 10, [])]).situation).toBe('read');
});

test('the spread in words', () => {
  const at = (start: number) => ({ start, verdict: 'against' as const });
  expect(spreadWords([at(0), at(34), at(99), { start: 100, verdict: 'in-line' }], 100)).toBe(
    'Where the claims stand: 1 in the first third of the page, 1 in the middle, 2 in the last. Against the evidence: 3, In line with the evidence: 1.',
  );
});

test.each([
  [1, 0, '1 LDN sentence recognised, none left unassessed. Unmarked does not mean true.'],
  [2, 3, '2 LDN sentences recognised, 3 not assessed. Unmarked does not mean true.'],
])('coverage: %d recognised, %d not', (found, unassessed, words) => {
  const { mentions } = merged([
    frame(
      0,
      10,
      Array.from({ length: found }, (_, i) => i),
    ),
  ]);
  expect(coverageWords({ mentions, unassessed })).toBe(words);
});
