/**
 * `npm run eval`: how well the matcher agrees with annotators, on each part of the corpus that has floors in tests/corpus/floors.json; fails
 * below them. `npm run eval -- GOLD.jsonl PAGE.html ...` scores any annotated pages.
 */
import { resolve } from 'node:path';
import { createMatcher } from '../matching/find-mentions.ts';
import { compileDatabase } from './compile-database.ts';
import { documentsOf, evaluate, readFloors, shortfalls } from './evaluate.ts';
import { readGoldPages } from './gold-pages.ts';
import { ratios, type Scores, type StanceTally, shareOf, type Tally } from './score.ts';

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
  console.log(`  stance     ${shares(scores.stance)}`);
  for (const [stance, own] of [...scores.byStance].sort())
    console.log(`    ${stance.padEnd(8)} ${line(own)}`);
  console.log('  by kind of document (detection F1, claims F1, stance)');
  for (const [register, { detection, claims, stance }] of [...scores.byRegister].sort()) {
    const [found, named] = [detection, claims].map((own) => ratios(own).f1.toFixed(2));
    console.log(`    ${register.padEnd(32)} ${found}  ${named}  ${shares(stance)}`);
  }
  console.log('  by claim');
  for (const [id, { claims, stance }] of [...scores.byClaim].sort())
    console.log(`    ${id.padEnd(32)} ${line(claims)}  stance ${shares(stance)}`);
  console.log('  confusions');
  const often = [...scores.confusions].sort((a, b) => b[1] - a[1]).slice(0, 20);
  for (const [what, times] of often) console.log(`    ${String(times).padStart(4)}  ${what}`);
}

function line(own: Tally): string {
  const { precision, recall, f1 } = ratios(own);
  const counts = `(${own.right} right, ${own.wrong} wrong, ${own.missed} missed)`;
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  ${counts}`;
}

function shares(own: StanceTally): string {
  return `${shareOf(own).toFixed(3)} of ${own.all}`;
}
