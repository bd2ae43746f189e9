/**
 * The judge for the bundled database: trained on the annotated corpus (all but the set-aside third) when something that it depends on has
 * changed, else taken from the last time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Claim, Concept, Database } from '../database/schema.ts';
import { indexClaims } from '../matching/claim-index.ts';
import { createConceptFinder } from '../matching/concepts.ts';
import type { NetworkData } from '../matching/network/weights.ts';
import { type GoldDocument, readDocument } from './corpus.ts';
import { examplesOf } from './examples.ts';
import { type LinearJudge, trainJudge } from './train.ts';

const top = join(import.meta.dirname, '../..');
/** Where the annotated documents lie. `test` is the set-aside third: nothing is ever trained or tuned on it. */
export const corpusFolder = join(top, 'tests/corpus');

/** Written by `npm run network:train`. */
export const networkFile = join(top, 'src/database/network.json');

/** The judge that belongs to these claims and concepts. Training its linear part takes three minutes, once; the network lies in the database. */
export function trainedJudge(claims: readonly Claim[], concepts: readonly Concept[]): Database['judge'] {
  const network: NetworkData = JSON.parse(readFileSync(networkFile, 'utf8'));
  return { ...trainedWeights(claims, concepts), network };
}

function trainedWeights(claims: readonly Claim[], concepts: readonly Concept[]): LinearJudge {
  const path = join(top, `node_modules/.cache/ldn-lens/judge-${fingerprint(claims, concepts)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const find = createConceptFinder(concepts);
  const { examples } = examplesOf(trainingDocuments(), find, indexClaims(claims, concepts));
  const judge = trainJudge(examples);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(judge));
  return judge;
}

/** All documents that may be learned from. */
export function trainingDocuments(): GoldDocument[] {
  return ['train', 'tune'].flatMap((part) => documentsIn(part));
}

/** The documents of a part of the corpus, with those in its folders. */
export function documentsIn(part: string): GoldDocument[] {
  return markdownIn(join(corpusFolder, part)).map(readDocument);
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

/** Changes with all that training depends on: what is learned, from what, and by which code. */
function fingerprint(claims: readonly Claim[], concepts: readonly Concept[]): string {
  const hash = createHash('sha256');
  const wordings = claims.map(({ id, kind, condition, outcome, wordings, turned }) => ({
    id,
    kind,
    condition,
    outcome,
    wordings,
    turned,
  }));
  hash.update(JSON.stringify([wordings, concepts]));
  const code = ['src/matching', 'src/publish'].flatMap((folder) =>
    readdirSync(join(top, folder))
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => join(top, folder, name)),
  );
  for (const path of [
    ...code,
    ...markdownIn(join(corpusFolder, 'train')),
    ...markdownIn(join(corpusFolder, 'tune')),
  ]) {
    hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
