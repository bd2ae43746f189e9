/** Rules that a newcomer would otherwise have to be told: who may import whom, what things are called, how big they get. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { type Import, importsIn } from './imports.ts';

const top = join(import.meta.dirname, '..');

interface Rule {
  /** folders and files of ours whose code may be used */
  readonly uses: readonly string[];
  /** those of which only types may be used */
  readonly types?: readonly string[];
  readonly packages?: readonly (string | RegExp)[];
  /** what must not occur in its code */
  readonly never?: RegExp;
}

const browserApi = /\b(browser|chrome)\.(action|alarms|commands|runtime|scripting|storage|tabs|windows)\b/;
const stores = /\b(localStorage|sessionStorage|indexedDB)\b/;
const network = /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon)\(/;

/** Everything may use its own folder. */
const rules: Readonly<Record<string, Rule>> = {
  'src/database': { uses: [], packages: ['zod'], never: browserApi },
  'src/matching': {
    uses: [],
    types: ['src/database'],
    // No clock, no chance, no waiting: the same text and database always give the same mentions.
    never: /\b(Date|Math\.random|performance|setTimeout|async|await|Promise)\b/,
  },
  'src/ui': {
    uses: [],
    types: ['src/database', 'src/matching'],
    packages: ['d3-array', 'mark.js', 'minisearch', 'papaparse'],
    never: new RegExp([browserApi, stores, network].map(({ source }) => source).join('|')),
  },
  'src/page': {
    uses: ['src/matching', 'src/ui'],
    types: ['src/database'],
    packages: ['mark.js'],
    never: new RegExp([browserApi, stores, network].map(({ source }) => source).join('|')),
  },
  'src/feed': { uses: ['src/database'], packages: ['zod'], never: /\bdocument\./ },
  // The feed's ends: where it is kept, and what wakes it.
  'src/feed/store.ts': { uses: ['src/feed', 'src/database', 'src/browser.ts'] },
  'src/feed/timer.ts': { uses: ['src/feed', 'src/browser.ts'] },
  'src/tabs': {
    uses: ['src/browser.ts', 'src/messages.ts', 'src/settings.ts', 'src/page/highlight-sheet.ts'],
    types: ['src/database', 'src/matching'],
    never: /\bdocument\./,
  },
  'src/browser.ts': { uses: [], packages: ['webextension-polyfill'] },
  'src/messages.ts': {
    uses: ['src/browser.ts'],
    types: ['src/database', 'src/matching', 'src/feed', 'src/settings.ts'],
  },
  'src/settings.ts': { uses: ['src/browser.ts'], packages: ['zod'] },
  'src/publish': {
    uses: ['src/database', 'src/matching', 'src/page', 'src/feed'],
    packages: [/^node:/, 'flesch-kincaid', 'jsdom', 'sirv', 'syllable', 'yaml', 'zod'],
    never: browserApi,
  },
  entrypoints: {
    uses: [
      'src/browser.ts',
      'src/messages.ts',
      'src/settings.ts',
      'src/database',
      'src/matching',
      'src/page',
      'src/ui',
      'src/feed',
      'src/tabs',
    ],
    types: ['webextension-polyfill'],
    packages: [/^wxt\//],
  },
};

const sources = globSync('{src,entrypoints}/**/*.{ts,mjs}', { cwd: top }).sort();

test('every file stands in a place that has a rule', () => {
  expect(sources.filter((path) => !ruleOf(path))).toEqual([]);
});

test.each(Object.keys(rules))('%s imports only what it may', (place) => {
  const wrong = filesUnder(place).flatMap(({ path, rule, code }) =>
    importsIn(code)
      .filter((one) => !isAllowed(path, rule, one))
      .map(({ from }) => `${path}: ${from}`),
  );
  expect(wrong).toEqual([]);
});

test.each(Object.keys(rules).filter((place) => rules[place]?.never))(
  '%s touches nothing beyond its part',
  (place) => {
    const wrong = filesUnder(place).flatMap(({ path, rule, code }) => {
      const found = rule.never?.exec(withoutComments(code))?.[0];
      return found ? [`${path}: ${found}`] : [];
    });
    expect(wrong).toEqual([]);
  },
);

test('no code asks the browser past src/browser.ts, but for the gate, which must stay small', () => {
  const past = sources.filter(
    (path) =>
      path !== 'entrypoints/gate.ts' &&
      /\bchrome\.(runtime|tabs|storage)\b|globalThis\.browser/.test(withoutComments(textOf(path))),
  );
  expect(past).toEqual([]);
});

test('folders are named after what is in them', () => {
  const vague = /^(utils?|helpers?|types?|lib|shared|common|constants|components|misc)$/;
  const folders = sources.flatMap((path) => dirname(path).split('/'));
  expect(folders.filter((folder) => vague.test(folder))).toEqual([]);
});

test('files are named in kebab-case, and what they export is named too', () => {
  expect(sources.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)))).toEqual([]);
  const anonymous = sources
    .filter((path) => path.startsWith('src/'))
    .filter((path) => /^export default/m.test(textOf(path)));
  expect(anonymous).toEqual([]);
});

test.each([
  ['src', 250],
  ['entrypoints', 100],
])('no file of %s is longer than %d lines', (folder, limit) => {
  const long = sources
    .filter((path) => path.startsWith(`${folder}/`))
    .filter((path) => textOf(path).split('\n').length > limit);
  expect(long).toEqual([]);
});

test('the top level holds what a visitor expects and no more', () => {
  const expected =
    /^(\..*|package(-lock)?\.json|wxt\.config\.ts|tsconfig\.json|biome\.json|entrypoints|src|public|tests|README\.md|LICENSE|node_modules|test-results)$/;
  expect(globSync('*', { cwd: top }).filter((name) => !expected.test(name))).toEqual([]);
});

test('package-lock.json names the parts of packages for every system', () => {
  const { packages }: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } =
    JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8'));
  // npm leaves out what it cannot fetch at the time, and then refuses to install from such a file.
  const named = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  const paths = Object.keys(packages);
  expect(named.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

function textOf(path: string): string {
  return readFileSync(join(top, path), 'utf8');
}

/** A file's own rule, else that of its place. */
function ruleOf(path: string): Rule | undefined {
  return rules[path] ?? rules[placeOf(path)];
}

function filesUnder(place: string) {
  const rule = rules[place];
  return sources.flatMap((path) =>
    rule && ruleOf(path) === rule ? [{ path, rule, code: textOf(path) }] : [],
  );
}

function isAllowed(path: string, rule: Rule, { from, isType }: Import): boolean {
  if (!from.startsWith('.')) return isAllowedPackage(rule, from, isType);
  const target = relative(top, join(top, dirname(path), from));
  const own = path.startsWith('entrypoints/') ? dirname(path) : placeOf(path);
  return [own, ...rule.uses, ...(isType ? (rule.types ?? []) : [])].some((place) => isWithin(target, place));
}

/** `src/matching`, `src/browser.ts`, `entrypoints`. */
function placeOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? `${first}/${second}` : first;
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function isAllowedPackage(rule: Rule, name: string, isType: boolean): boolean {
  if (isType && rule.types?.includes(name)) return true;
  return (rule.packages ?? []).some((allowed) =>
    typeof allowed === 'string' ? allowed === name : allowed.test(name),
  );
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
