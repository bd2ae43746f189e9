/**
 * `npm test`: every check there is. All of them run, whatever failed before; the last line counts tests and checks
 * together and is kept in test-results/summary.txt.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserNames } from './extension/find-browser.ts';
import { ensureBrowser } from './extension/install-browser.ts';
import { type Count, countPlaywright, countVitest, noneRan } from './run-report.ts';

const top = join(import.meta.dirname, '..');
const results = join(top, 'test-results');
const packages = join(top, 'node_modules');
const shared = join(top, '../shared');

rmSync(results, { recursive: true, force: true });
mkdirSync(results);

const counts: Count[] = [
  ...globSync('**/tsconfig.json', { cwd: top, exclude: ['node_modules', '.*'] }).map((project) =>
    check(`types of ${project}`, 'typescript/bin/tsc', '-p', project),
  ),
  check('lint and format', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  check('database', '../src/publish/check.ts'),
  check('build for both browsers', '../src/publish/build.ts'),
  runVitest(),
  await runPlaywright(),
];

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const skipped = counts.flatMap((count) => count.skipped);
if (skipped.length) console.log(`\nSkipped${existsSync(shared) ? '' : ' (there is no ../shared here)'}:`);
for (const name of skipped) console.log(`  ${name}`);
const summary = `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;
writeFileSync(join(results, 'summary.txt'), `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = failed ? 1 : 0;

/** A program of node_modules that speaks only when something is wrong. */
function check(name: string, program: string, ...args: readonly string[]): Count {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packages, program), ...args], {
    cwd: top,
    encoding: 'utf8',
  });
  const isFine = status === 0;
  console.log(`${isFine ? '✓' : '✗'} ${name} (${seconds(started)})`);
  if (!isFine) console.log(`${stdout}${stderr}`.trimEnd());
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: [] };
}

function runVitest(): Count {
  console.log('\nTests without a browser');
  const report = join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  run('vitest/vitest.mjs', {}, 'run', '--config', 'tests/vitest.config.ts', ...reporters);
  return countVitest(report, top);
}

async function runPlaywright(): Promise<Count> {
  console.log('\nTests in Chromium and Firefox');
  for (const name of browserNames) {
    try {
      await ensureBrowser(name, console.log);
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      return noneRan;
    }
  }
  const report = join(results, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  run(
    '@playwright/test/cli.js',
    env,
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--reporter=list,json',
  );
  return countPlaywright(report);
}

function run(program: string, env: Record<string, string>, ...args: readonly string[]): void {
  spawnSync(process.execPath, [join(packages, program), ...args], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
