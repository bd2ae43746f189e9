/**
 * `npm run eval`: how well the matcher agrees with annotators, on each part of the corpus that has floors in tests/corpus/floors.json; fails
 * below them. `npm run eval -- GOLD.jsonl PAGE.html ...` scores any annotated pages.
 */
import { resolve } from 'node:path';
import { createMatcher } from '../matching/find-mentions.ts';
import { compileDatabase } from './compile-database.ts';
import { documentsOf, evaluate, readFloors, shortfalls, stanceOf } from './evaluate.ts';
import { readGoldPages } from './gold-pages.ts';
import { ratios, type Scores, type Tally } from './score.ts';

const here = process.env.INIT_CWD ?? '.';
const [goldFile, ...pages] = process.argv.slice(2).map((file) => resolve(here, file));
const matcher = createMatcher(compileDatabase());

if (goldFile) print(goldFile, evaluate(matcher, await readGoldPages(goldFile, pages)));
else {
  for (const [part, floors] of Object.entries(readFloors())) {
    const documents = await documentsOf(part);
    if (!documents) {
      console.log(`\n${part}: not here`);
      continue;
    }
    const scores = evaluate(matcher, documents);
    print(part, scores);
    for (const sentence of shortfalls(scores, floors)) {
      console.error(`${part}: ${sentence}`);
      process.exitCode = 1;
    }
  }
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
