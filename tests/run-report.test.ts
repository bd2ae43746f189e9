import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Count, countPlaywright, countVitest, noneRan } from './run-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));

const vitest = (numPassedTests: number, numFailedTests: number, testResults: object[]) => ({
  numPassedTests,
  numFailedTests,
  testResults: testResults.map((result) => ({
    name: '/top/tests/a.test.ts',
    status: 'passed',
    assertionResults: [],
    ...result,
  })),
});
const one = (status: string) => ({ assertionResults: [{ status, fullName: 'a test' }] });

const vitestReports: Record<string, [report: unknown, count: Count]> = {
  'all passed': [vitest(3, 0, [one('passed')]), { passed: 3, failed: 0, skipped: [] }],
  'one failed': [
    vitest(2, 1, [{ ...one('failed'), status: 'failed' }]),
    { passed: 2, failed: 1, skipped: [] },
  ],
  'a file could not be loaded': [vitest(2, 0, [{ status: 'failed' }]), { passed: 2, failed: 1, skipped: [] }],
  'one skipped': [
    vitest(2, 0, [one('skipped')]),
    { passed: 2, failed: 0, skipped: ['tests/a.test.ts: a test'] },
  ],
  'no test ran': [vitest(0, 0, []), noneRan],
  'no report at all': [undefined, noneRan],
};

test.each(Object.entries(vitestReports))('vitest: %s', (name, [report, count]) => {
  expect(countVitest(write(`vitest ${name}`, report), '/top')).toEqual(count);
});

const playwright = (
  expected: number,
  unexpected: number,
  flaky: number,
  errors: object[],
  status = 'expected',
) => ({
  stats: { expected, unexpected, flaky },
  errors,
  suites: [
    {
      specs: [],
      suites: [
        { specs: [{ title: 'a test', file: 'a.spec.ts', tests: [{ projectName: 'firefox', status }] }] },
      ],
    },
  ],
});

const playwrightReports: Record<string, [report: unknown, count: Count]> = {
  'all passed': [playwright(3, 0, 0, []), { passed: 3, failed: 0, skipped: [] }],
  'one failed': [playwright(2, 1, 0, []), { passed: 2, failed: 1, skipped: [] }],
  'one passed only at the second try': [playwright(2, 0, 1, []), { passed: 2, failed: 1, skipped: [] }],
  'a file could not be loaded': [playwright(2, 0, 0, [{}]), { passed: 2, failed: 1, skipped: [] }],
  'one skipped': [
    playwright(2, 0, 0, [], 'skipped'),
    { passed: 2, failed: 0, skipped: ['a.spec.ts: a test (firefox)'] },
  ],
  'no test ran': [playwright(0, 0, 0, []), noneRan],
  'no report at all': [undefined, noneRan],
};

test.each(Object.entries(playwrightReports))('Playwright: %s', (name, [report, count]) => {
  expect(countPlaywright(write(`playwright ${name}`, report))).toEqual(count);
});

function write(name: string, report: unknown): string {
  const path = join(folder, `${name}.json`);
  if (report !== undefined) writeFileSync(path, JSON.stringify(report));
  return path;
}
