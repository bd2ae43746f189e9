/** What the two test runners wrote down, as counts. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** names of tests that did not run */
  readonly skipped: readonly string[];
}

/** A runner that came to no end, or found no test, has failed. */
export const noneRan: Count = { passed: 0, failed: 1, skipped: [] };

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export function countVitest(path: string, top: string): Count {
  const report = readReport<VitestReport>(path);
  if (!report?.numPassedTests) return noneRan;
  const files = report.testResults;
  // A file that cannot be loaded has failed without a single test in it.
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const skipped = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => `${relative(top, name)}: ${fullName}`),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped };
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
}

export function countPlaywright(path: string): Count {
  const report = readReport<PlaywrightReport>(path);
  if (!report?.stats.expected) return noneRan;
  const { expected, unexpected, flaky } = report.stats;
  const skipped = report.suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(({ projectName }) => `${file}: ${title} (${projectName})`),
    );
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readReport<Report>(path: string): Report | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
