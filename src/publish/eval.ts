/**
 * `npm run eval`: how well the matcher agrees with annotators, on the set-aside third of the corpus and on the documents that it was
 * tuned on; fails below the floors of tests/corpus/floors.json. `npm run eval -- GOLD.jsonl PAGE.html ...` scores any annotated pages.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createMatcher } from '../matching/find-mentions.ts';
import { compileDatabase } from './compile-database.ts';
import type { GoldDocument } from './corpus.ts';
import { readGoldPages } from './gold-pages.ts';
import { corpusFolder, documentsIn } from './judge.ts';
import { ratios, type Scores, scoreDocuments, type Tally } from './score.ts';

/** What a part of the corpus must reach. */
interface Floors {
  readonly detection: number;
  readonly claims: number;
  readonly stance: number;
}

const here = process.env.INIT_CWD ?? '.';
const [goldFile, ...pages] = process.argv.slice(2).map((file) => resolve(here, file));
const matcher = createMatcher(compileDatabase());

if (goldFile) print(goldFile, evaluate(await readGoldPages(goldFile, pages)));
else {
  const floors: Record<string, Floors> = JSON.parse(readFileSync(join(corpusFolder, 'floors.json'), 'utf8'));
  for (const [part, floor] of Object.entries(floors)) {
    const scores = evaluate(documentsIn(part));
    print(part, scores);
    for (const sentence of below(scores, floor)) {
      console.error(`${part}: ${sentence}`);
      process.exitCode = 1;
    }
  }
}

function evaluate(documents: readonly GoldDocument[]): Scores {
  return scoreDocuments(
    documents.map((document) => ({ document, mentions: matcher.read(document.page).mentions })),
  );
}

function below(scores: Scores, floor: Floors): string[] {
  const reached = {
    detection: ratios(scores.detection).f1,
    claims: ratios(scores.claims).f1,
    stance: stanceOf(scores),
  };
  const names = ['detection', 'claims', 'stance'] as const;
  return [
    ...names
      .filter((name) => reached[name] < floor[name])
      .map((name) => `${name} ${reached[name].toFixed(3)} is below its floor of ${floor[name]}`),
    ...scores.inSilent.map((quote) => `must stay unmarked: ${quote}`),
  ];
}

function stanceOf({ stance }: Scores): number {
  return stance.all ? stance.right / stance.all : 1;
}

function print(name: string, scores: Scores): void {
  console.log(`\n${name}`);
  console.log(`  detection  ${line(scores.detection)}`);
  console.log(`  claims     ${line(scores.claims)}`);
  console.log(`  stance     ${stanceOf(scores).toFixed(3)} of ${scores.stance.all}`);
  console.log('  by kind of document (detection F1, claims F1)');
  for (const [register, { detection, claims }] of [...scores.byRegister].sort()) {
    console.log(
      `    ${register.padEnd(32)} ${ratios(detection).f1.toFixed(2)}  ${ratios(claims).f1.toFixed(2)}`,
    );
  }
  console.log('  by claim');
  for (const [id, own] of [...scores.byClaim].sort()) console.log(`    ${id.padEnd(32)} ${line(own)}`);
  console.log('  confusions');
  const often = [...scores.confusions].sort((a, b) => b[1] - a[1]).slice(0, 20);
  for (const [what, times] of often) console.log(`    ${String(times).padStart(4)}  ${what}`);
}

function line(own: Tally): string {
  const { precision, recall, f1 } = ratios(own);
  const counts = `(${own.right} right, ${own.wrong} wrong, ${own.missed} missed)`;
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  ${counts}`;
}
