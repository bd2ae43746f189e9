/**
 * Trains the judge on the annotated corpus: whether a unit makes any claim, which of its candidates it makes, and how firmly. The second model
 * hears the first one's opinion, so it learns from opinions on documents that the first one had not seen.
 */
import type { Database } from '../database/schema.ts';
import { stances } from '../database/vocabulary.ts';
import { tellingFeatures } from '../matching/claim-features.ts';
import { createScore, packWeights, type WeightTable } from '../matching/linear.ts';
import type { ReadUnit } from '../matching/read-unit.ts';
import { unitFeatures } from '../matching/unit-features.ts';
import type { Example } from './examples.ts';
import { type Lesson, learnChoice, learnYes, type Training } from './learner.ts';

/** All that was tuned by hand on the tuning documents. */
const claimTraining: Training = {
  bits: 20,
  rounds: 3,
  lastRounds: 3,
  rate: 0.05,
  decay: 1e-3,
  rarest: 4,
  dropout: 0.3,
  most: 54_000,
};
const unitTraining: Training = { ...claimTraining, bits: 19, most: 16_000 };
const stanceTraining: Training = { ...claimTraining, bits: 18, rarest: 3, most: 26_000 };

/** Where claims are best found on pages as they are: the corpus makes more of them in a sentence. */
const threshold = 0.65;

/** Parts of the documents that are left out in turn. */
const folds = 5;

/** The judge without its network, which is trained by itself: see `network/train.ts`. */
export type LinearJudge = Omit<Database['judge'], 'network'>;

/** Trains all models on some examples; those of a unit follow one another. */
export function trainJudge(examples: readonly Example[]): LinearJudge {
  const units = unitLessons(examples);
  const sure = examples.filter(({ isOptional }) => !isOptional);
  return {
    threshold,
    units: pack(learnYes(lessonsOf(units), unitTraining), unitTraining),
    claims: pack(learnYes(claimLessons(sure, opinions(units)), claimTraining), claimTraining),
    stances: trainStances(sure.filter(({ isClaim }) => isClaim)),
  };
}

function pack(weights: Float64Array, { bits, most }: Training): WeightTable {
  return packWeights(weights, bits, most);
}

function claimLessons(examples: readonly Example[], telling: ReadonlyMap<ReadUnit, number>): Lesson[] {
  // put together when asked for: all at once they would need as much memory as the examples themselves
  return examples.map(({ read, candidate, features, isClaim }) => ({
    get features() {
      return joined(features, tellingFeatures(read, candidate, telling.get(read) ?? 0));
    },
    answers: [isClaim ? 1 : 0],
  }));
}

function joined(a: Uint32Array, b: readonly number[]): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function trainStances(examples: readonly Example[]): Database['judge']['stances'] {
  const [plain, ...others] = stances;
  const lessons = examples.map(({ stanceFeatures, stances: right }) => ({
    features: stanceFeatures,
    answers: others.map((stance) => (right.includes(stance) ? 1 / right.length : 0)),
  }));
  const tables = learnChoice(lessons, stanceTraining, stances.length);
  const of = (stance: Exclude<(typeof stances)[number], typeof plain>) =>
    pack(tables[others.indexOf(stance)] ?? new Float64Array(), stanceTraining);
  return { hedges: of('hedges'), denies: of('denies') };
}

/** A unit to learn from, and the document that it stands in. */
interface UnitLesson {
  readonly read: ReadUnit;
  readonly document: string;
  readonly lesson: Lesson;
}

function lessonsOf(units: readonly UnitLesson[]): Lesson[] {
  return units.map(({ lesson }) => lesson);
}

/** The units that candidates stand in, but for those with nothing but doubtful claims. */
function unitLessons(examples: readonly Example[]): UnitLesson[] {
  const out: UnitLesson[] = [];
  for (const own of runsOf(examples)) {
    const [{ read, document } = { read: undefined, document: '' }] = own;
    const isClaim = own.some((one) => one.isClaim && !one.isOptional);
    if (!read || (!isClaim && own.some(({ isOptional }) => isOptional))) continue;
    out.push({
      read,
      document,
      lesson: { features: Uint32Array.from(unitFeatures(read)), answers: [isClaim ? 1 : 0] },
    });
  }
  return out;
}

/** The examples of each unit. */
function runsOf(examples: readonly Example[]): Example[][] {
  const runs: Example[][] = [];
  for (const example of examples) {
    const run = runs.at(-1);
    if (run?.[0]?.read === example.read) run.push(example);
    else runs.push([example]);
  }
  return runs;
}

/** What a model that has not seen a unit's document thinks of the unit. */
function opinions(units: readonly UnitLesson[]): Map<ReadUnit, number> {
  const names = [...new Set(units.map(({ document }) => document))];
  const foldOf = new Map(names.map((name, i) => [name, i % folds]));
  const out = new Map<ReadUnit, number>();
  for (let fold = 0; fold < folds; fold++) {
    const seen = units.filter(({ document }) => foldOf.get(document) !== fold);
    const score = createScore(pack(learnYes(lessonsOf(seen), unitTraining), unitTraining));
    for (const { read, document, lesson } of units) {
      if (foldOf.get(document) === fold) out.set(read, score(lesson.features));
    }
  }
  return out;
}
