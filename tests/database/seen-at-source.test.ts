/** Where the collection of evidence lies beside this repository: what was not seen at its source is not printed as a figure. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAuthored } from '../../src/publish/read-database.ts';
import { claimIds } from './claim-ids.ts';

const top = join(import.meta.dirname, '../..');
const collection = join(top, '../shared/evidence');
const isThere = existsSync(collection);

interface Recorded {
  readonly id: string;
  readonly verified: string;
  readonly findings: readonly {
    readonly result: string;
    readonly effect: unknown;
    readonly seen?: boolean;
  }[];
}

const { studies, claims } = readAuthored(join(top, 'src/database'));
const records = () => lines<Recorded>('studies.jsonl');

function lines<T>(name: string): T[] {
  return readFileSync(join(collection, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Numbers of two digits and more: smaller ones are everywhere. */
function figuresIn(what: unknown): string[] {
  const found = JSON.stringify(what).matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g);
  return [...found].map(([text]) => text.replaceAll(',', '')).filter((text) => text.length > 1);
}

test.skipIf(!isThere)('no figure of a finding that was not seen is printed', () => {
  const printed = records().flatMap((record) => {
    const unseen = record.findings.filter(({ seen }) => seen === false || record.verified === 'unverified');
    const seen = new Set(
      figuresIn({ ...record, findings: record.findings.filter((finding) => !unseen.includes(finding)) }),
    );
    const hidden = new Set(
      figuresIn(unseen.map(({ result, effect }) => [result, effect])).filter((figure) => !seen.has(figure)),
    );
    const entry = studies.find(({ id }) => id === record.id);
    const figures = claims.flatMap((claim) => claim.figures.filter(({ study }) => study === record.id));
    return figuresIn([entry?.findings ?? [], figures])
      .filter((figure) => hidden.has(figure))
      .map((figure) => `${record.id}: ${figure}`);
  });
  expect(printed).toEqual([]);
});

test.skipIf(!isThere)('a study that could not be checked at all brings no finding', () => {
  const unchecked = new Set(
    records()
      .filter(({ verified }) => verified === 'unverified')
      .map(({ id }) => id),
  );
  expect(unchecked.size).toBeGreaterThan(0);
  expect(studies.filter(({ id, findings }) => unchecked.has(id) && findings.length)).toEqual([]);
});

test.skipIf(!isThere)('ratings and certainties are those of the collection', () => {
  const facts = lines<{ id: string; rating: string; certainty: string }>('facts.jsonl');
  const ours = claims.map(({ id, rating, certainty }) => ({ id, rating, certainty }));
  const theirs = facts.map(({ id, rating, certainty }) => ({ id, rating, certainty }));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(ours.toSorted(byId)).toEqual(theirs.toSorted(byId));
  expect(claimIds).toHaveLength(facts.length);
});
