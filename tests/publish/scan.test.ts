/** `npm run --silent scan`, as a person runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const top = join(import.meta.dirname, '../..');
const blog = 'tests/pages/health-blog.html';
const gold = join(top, '../shared/eval/gold.jsonl');

interface Line {
  readonly file: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly claims: readonly { readonly id: string; readonly stance: string; readonly verdict: string }[];
}

test('prints a line for each mention, in page order', () => {
  const { status, stderr, lines } = scan(blog);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(lines.length).toBeGreaterThan(10);
  for (const [i, line] of lines.entries()) {
    expect(Object.keys(line)).toEqual(['file', 'quote', 'start', 'end', 'claims']);
    expect(line).toMatchObject({ file: blog, end: line.start + line.quote.length });
    expect(line.start).toBeGreaterThanOrEqual(lines[i - 1]?.end ?? 0);
    expect(line.claims.length).toBeGreaterThan(0);
    for (const claim of line.claims) expect(Object.keys(claim)).toEqual(['id', 'stance', 'verdict']);
  }
});

test('reads the article and leaves out navigation, scripts, forms and footer', () => {
  const quotes = scan(blog).lines.map(({ quote }) => quote);
  expect(quotes.filter((quote) => quote.includes('not a cure for fibromyalgia'))).toHaveLength(1);
  const outside = /other myths|LDN reduces pain and fatigue|took away|starter checklist|our sponsor/;
  expect(quotes.filter((quote) => outside.test(quote))).toEqual([]);
});

test('names what it cannot read, scans the rest, and ends with exit code 1', () => {
  const { status, stderr, lines } = scan('tests/no-such-file.html', 'tests', blog);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'tests/no-such-file.html: there is no such file\ntests: is a folder, not a file\n',
  });
  expect(lines.every(({ file }) => file === blog)).toBe(true);
  expect(lines.length).toBeGreaterThan(10);
});

test('says how it is used when no file is named', () => {
  expect(scan()).toMatchObject({
    status: 1,
    stderr: 'usage: npm run --silent scan -- FILE.html ...\n',
    lines: [],
  });
});

const canScore = existsSync(gold) && spawnSync('python3', ['--version']).status === 0;
test.skipIf(!canScore)('meets the floors on the articles of ../shared/eval', () => {
  const files = ['000', '001', '002'].map((name) => join(top, '../shared/eval/pages', `${name}.html`));
  const predictions = join(mkdtempSync(join(tmpdir(), 'scan-')), 'predictions.jsonl');
  writeFileSync(predictions, scan(...files).stdout);
  const score = spawnSync('python3', [join(top, '../shared/eval/score.py'), gold, predictions, '--json'], {
    encoding: 'utf8',
  });
  const { detection, claims, stance_accuracy: stance } = JSON.parse(score.stdout);
  expect(detection[2], 'detection F1').toBeGreaterThanOrEqual(0.85);
  expect(claims[2], 'claims F1').toBeGreaterThanOrEqual(0.7);
  expect(stance, 'stance').toBeGreaterThanOrEqual(0.8);
});

function scan(...files: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'scan', '--', ...files], {
    cwd: top,
    encoding: 'utf8',
  });
  const lines: Line[] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { status, stdout, stderr, lines };
}
