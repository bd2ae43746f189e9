/** The set-up of a fresh clone, tried on a small project of its own: real npm, no network needed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const setUp = join(import.meta.dirname, '../../src/publish/set-up.mjs');
/** A project with one package, which lies in its own folder. */
const manifest = { name: 'x', version: '1.0.0', dependencies: { y: 'file:y' } };
const packages = {
  '': manifest,
  y: { version: '1.0.0' },
  'node_modules/y': { resolved: 'y', link: true },
};
const unheardOf = { version: '1.0.0', resolved: 'http://127.0.0.1:9/gone.tgz', integrity: 'sha512-AAAA' };

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'set-up-'));
  mkdirSync(join(project, 'src/publish'), { recursive: true });
  copyFileSync(setUp, join(project, 'src/publish/set-up.mjs'));
  mkdirSync(join(project, 'y'));
  write('y/package.json', JSON.stringify({ name: 'y', version: '1.0.0' }));
  write('package.json', JSON.stringify(manifest));
  lock(packages);
  write(
    'program.ts',
    'const words: string[] = process.argv.slice(2); console.log(words.join("|")); process.exitCode = 3;',
  );
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

test('installs what is missing, runs the TypeScript program, passes on its words and its exit code', () => {
  const { status, stdout, stderr } = run('program.ts', 'a', 'b c');
  expect({ status, stdout }).toEqual({ status: 3, stdout: 'a|b c\n' });
  expect(stderr).toContain('Installing the packages');
});

test('installs nothing when everything is there', () => {
  run('program.ts');
  expect(run('program.ts').stderr).toBe('');
});

test('says nothing with --quiet, even while installing', () => {
  const { stdout, stderr } = run('--quiet', 'program.ts', 'a');
  expect({ stdout, stderr }).toEqual({ stdout: 'a\n', stderr: '' });
});

test('installs again when package-lock.json names something else than what is installed', () => {
  run('program.ts');
  lock({ ...packages, 'node_modules/z': unheardOf });
  expect(run('program.ts').stderr).toContain('Installing the packages');
});

test('does not miss what package-lock.json marks as optional: it may be for other systems', () => {
  run('program.ts');
  lock({ ...packages, 'node_modules/z': { ...unheardOf, optional: true } });
  expect(run('program.ts').stderr).toBe('');
});

test('says in a sentence when the packages cannot be had, and does not run the program', () => {
  const wanting = { ...manifest, dependencies: { z: '1.0.0' } };
  write('package.json', JSON.stringify(wanting));
  lock({ '': wanting, 'node_modules/z': unheardOf });
  const { status, stdout, stderr } = run('program.ts');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/The packages could not be installed\. Is the network up\? Then run it again\.\n$/);
});

function lock(named: object): void {
  write('package-lock.json', JSON.stringify({ name: 'x', lockfileVersion: 3, packages: named }));
}

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

function run(...words: readonly string[]) {
  const env = { ...process.env, npm_config_fetch_retries: '0' };
  return spawnSync(process.execPath, ['src/publish/set-up.mjs', ...words], {
    cwd: project,
    encoding: 'utf8',
    env,
  });
}
