/** The annotated corpus as data: it can be read, covers every claim, and its set-aside third is kept apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsOf } from '../../src/matching/words.ts';
import type { GoldDocument } from '../../src/publish/corpus.ts';
import { corpusFolder, documentsIn } from '../../src/publish/judge.ts';
import { database } from './bundled.ts';
import { textOf } from './page-of.ts';

const parts = { train: documentsIn('train'), tune: documentsIn('tune'), test: documentsIn('test') };
const evaluated = [...parts.tune, ...parts.test];
const ids = database.claims.map(({ id }) => id);

test('every annotation names a claim of the database', () => {
  const unknown = Object.values(parts)
    .flat()
    .flatMap(({ name, units }) =>
      units.flatMap(({ claims }) =>
        claims.filter(({ id }) => !ids.includes(id)).map(({ id }) => `${name}: ${id}`),
      ),
    );
  expect(unknown).toEqual([]);
});

test('every document has a title, a register and text; names are unique in a part', () => {
  for (const [part, documents] of Object.entries(parts)) {
    const bare = documents.filter(({ page, register }) => !page.title || !register || !page.blocks.length);
    expect(bare.map(({ name }) => `${part}: ${name}`)).toEqual([]);
  }
  const names = evaluated.map(({ name }) => name);
  const folderOf = (documents: readonly GoldDocument[]) => new Set(documents.map(({ name }) => name)).size;
  expect(folderOf(parts.tune) + folderOf(parts.test)).toBe(names.length);
});

test('at least sixty documents are evaluated, in many registers, a third of them set aside', () => {
  expect(evaluated.length).toBeGreaterThanOrEqual(60);
  expect(new Set(evaluated.map(({ register }) => register)).size).toBeGreaterThanOrEqual(9);
  expect(parts.test.length / evaluated.length).toBeGreaterThanOrEqual(1 / 3);
});

test('at least twenty-five documents must stay unmarked, and carry no annotation', () => {
  const silent = evaluated.filter(({ isSilent }) => isSilent);
  expect(silent.length).toBeGreaterThanOrEqual(25);
  expect(
    silent.filter(({ units }) => units.some(({ claims }) => claims.length)).map(({ name }) => name),
  ).toEqual([]);
  expect(parts.test.filter(({ isSilent }) => isSilent).length).toBeGreaterThanOrEqual(8);
});

test('every claim of the database is asserted somewhere in what is evaluated', () => {
  const asserted = idsOf(evaluated, 'asserts');
  expect(ids.filter((id) => !asserted.has(id))).toEqual([]);
});

test('every claim is learned from examples in all stances', () => {
  const everything = Object.values(parts).flat();
  for (const stance of ['asserts', 'hedges', 'denies'] as const) {
    const known = idsOf(everything, stance);
    expect(ids.filter((id) => !known.has(id)).map((id) => `${id} ${stance}`)).toEqual([]);
  }
});

test('nothing of the set-aside third is to be learned from: no run of twelve words in common', () => {
  const learned = new Set([...parts.train, ...parts.tune].flatMap((one) => [...runsOf(one)]));
  const shared = parts.test.flatMap((one) => [...runsOf(one)].filter((run) => learned.has(run)));
  expect(shared).toEqual([]);
});

test('the weights take less than 300 KB', () => {
  expect(JSON.stringify(database.judge).length).toBeLessThan(300_000);
});

test('the floors are what the project promises, or above', () => {
  const floors = JSON.parse(readFileSync(join(corpusFolder, 'floors.json'), 'utf8'));
  expect(Object.keys(floors)).toContain('test');
  for (const floor of Object.values(floors)) {
    expect(Object.keys(Object(floor))).toEqual(expect.arrayContaining(['claims', 'detection', 'stance']));
  }
});

function idsOf(documents: readonly GoldDocument[], stance: string): Set<string> {
  const made = documents.flatMap(({ units }) => units.flatMap(({ claims }) => claims));
  return new Set(made.filter(({ stances }) => stances.some((one) => one === stance)).map(({ id }) => id));
}

/** All runs of twelve words within a block. */
function* runsOf({ page }: GoldDocument): Generator<string> {
  for (const line of textOf(page).split('\n')) {
    const words = wordsOf(line)
      .filter(({ isMark }) => !isMark)
      .map(({ text }) => text);
    for (let at = 0; at + 12 <= words.length; at++) yield words.slice(at, at + 12).join(' ');
  }
}
