/** How well the matcher agrees with annotators on a part of the corpus, and whether that is enough. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../matching/find-mentions.ts';
import type { GoldDocument } from './corpus.ts';
import { readGoldPages } from './gold-pages.ts';
import { corpusFolder, documentsIn } from './judge.ts';
import { ratios, type Scores, scoreDocuments, shareOf } from './score.ts';

/** What a part of the corpus must reach: F1 of detection and claims, share of stances that are right. */
export interface Floors {
  readonly detection: number;
  readonly claims: number;
  readonly stance: number;
  /** mentions allowed in documents that should stay unmarked; 0 where not given */
  readonly unmarked?: number;
}

/** Real articles with annotations of their own, which lie beside the project and not in it. */
const sharedFolder = join(corpusFolder, '../../../shared/eval');

/** The floors, by part of the corpus; `shared` is the articles beside the project. */
export function readFloors(): Record<string, Floors> {
  return JSON.parse(readFileSync(join(corpusFolder, 'floors.json'), 'utf8'));
}

/** A part's documents; none where the part is not here. */
export async function documentsOf(part: string): Promise<readonly GoldDocument[] | undefined> {
  if (part !== 'shared') return documentsIn(part);
  if (!existsSync(sharedFolder)) return undefined;
  const pages = globSync('pages/*.html', { cwd: sharedFolder }).sort();
  return readGoldPages(
    join(sharedFolder, 'gold.jsonl'),
    pages.map((page) => join(sharedFolder, page)),
  );
}

/** Reads all documents and scores what was found. */
export function evaluate(matcher: Matcher, documents: readonly GoldDocument[]): Scores {
  return scoreDocuments(
    documents.map((document) => ({ document, mentions: matcher.read(document.page).mentions })),
  );
}

/** What falls short of the floors, and what should have been left unmarked: a sentence each. */
export function shortfalls(scores: Scores, floors: Floors): string[] {
  const reached: Floors = {
    detection: ratios(scores.detection).f1,
    claims: ratios(scores.claims).f1,
    stance: shareOf(scores.stance),
  };
  const names = ['detection', 'claims', 'stance'] as const;
  return [
    ...names
      .filter((name) => reached[name] < floors[name])
      .map((name) => `${name} ${reached[name].toFixed(3)} is below its floor of ${floors[name]}`),
    ...scores.inSilent.slice(floors.unmarked ?? 0).map((quote) => `must stay unmarked: ${quote}`),
  ];
}
