/** What is wrong with a claim beyond its schema, in plain words. */
import type { Claim, Study } from '../database/schema.ts';
import { controlledDesigns, type Design } from '../database/vocabulary.ts';
import { addressesIn } from './check-study.ts';
import { meant } from './meant.ts';
import { hardestSentence, readingGrade } from './reading-level.ts';

/** Designs that carry a rating without a trial: an authority's own statement. */
const authoritativeDesigns: readonly Design[] = ['label', 'guideline', 'document'];
const bearing: readonly Design[] = [...controlledDesigns, ...authoritativeDesigns];

/** The Flesch-Kincaid grade of what a reader without training reads first: eighth grade, to the nearest. */
const hardestGrade = 8.5;

/** The rest of the database, by id. */
export interface Surroundings {
  readonly studies: ReadonlyMap<string, Study>;
  readonly concepts: ReadonlySet<string>;
}

/** What is wrong with a claim, in plain words; empty when all is well. */
export function checkClaim(claim: Claim, { studies, concepts }: Surroundings): string[] {
  const cited = claim.studies.flatMap((id) => studies.get(id) ?? []);
  const named = [claim.condition, claim.outcome].filter((id) => id !== 'any');
  const turned = [...(claim.turned?.by ?? []), ...(claim.turned?.unless ?? [])];
  const worded = [...(claim.wordings ?? []).flat(2), ...turned];
  const complaints = [
    ...claim.studies
      .filter((id) => !studies.has(id))
      .map((id) => `unknown study "${id}"${meant(id, studies.keys())}`),
    ...named.filter((id) => !concepts.has(id)).map((id) => `unknown concept "${id}"${meant(id, concepts)}`),
    ...worded
      .filter((id) => !concepts.has(id))
      .map((id) => `a wording names an unknown concept "${id}"${meant(id, concepts)}`),
    ...checkStudies(claim, cited),
    ...checkFigures(claim, studies),
    // a misspelt study would bring a complaint for each number that it holds
    ...(cited.length === claim.studies.length ? checkNumbers(claim, cited) : []),
    ...checkReading(claim),
    ...checkHistory(claim),
    ...checkHindsight(claim),
    ...addressesIn(claim),
  ];
  return [...new Set(complaints)].map((complaint) => `claim ${claim.id}: ${complaint}`);
}

function checkStudies({ studies, noStudyFound, rating }: Claim, cited: readonly Study[]): string[] {
  const complaints = [...new Set(studies.filter((id, i) => studies.indexOf(id) !== i))].map(
    (id) => `cites the study ${id} twice`,
  );
  if (!studies.length && !noStudyFound) complaints.push('cites no study: say so in noStudyFound');
  const isStrong = ['established', 'supported', 'mixed'].includes(rating);
  if (isStrong && !cited.some(({ design }) => bearing.includes(design)))
    complaints.push(`rated "${rating}" without a controlled study, label or guideline`);
  const years = cited.flatMap(({ year }) => year ?? []);
  if (years.some((year, i) => i > 0 && year > (years[i - 1] ?? 0)))
    complaints.push('studies must stand newest first');
  return complaints;
}

/** What a claim says in numbers, its studies must say. */
function checkNumbers(
  { answer, summary, known, unknown, hindsight }: Claim,
  cited: readonly Study[],
): string[] {
  const told = [answer, summary, ...known, ...unknown].join(' ');
  const earlier = (hindsight ?? []).map(({ why }) => why).join(' ');
  return [
    ...strayNumbers(told, cited).map(
      (number) => `the number ${number} in its answer, summary, known or unknown is in none of its studies`,
    ),
    ...strayNumbers(earlier, cited).map(
      (number) => `the number ${number} in its hindsight is in none of its studies`,
    ),
  ];
}

function checkFigures(claim: Claim, studies: ReadonlyMap<string, Study>): string[] {
  return claim.figures.flatMap(({ text, study: id }) => {
    const study = studies.get(id);
    const strays = study ? strayNumbers(text, [study]) : [];
    return [
      ...(claim.studies.includes(id) ? [] : [`a figure rests on "${id}", which is not among its studies`]),
      ...strays.map((number) => `the number ${number} in a figure is not in study ${id}`),
    ];
  });
}

function checkReading({ answer, summary }: Claim): string[] {
  const text = `${answer} ${summary}`;
  const grade = readingGrade(text);
  if (grade <= hardestGrade) return [];
  return [
    `answer and summary read at grade ${grade.toFixed(1)}, above ${hardestGrade}: ` +
      `use shorter sentences and commoner words. The hardest one: "${hardestSentence(text)}"`,
  ];
}

/** Newest first, each entry where the one before it left off, the first from nothing, none after the last review. */
function checkHistory({ history, rating, reviewed }: Claim): string[] {
  const complaints: string[] = [];
  if (history[0]?.to !== rating)
    complaints.push(
      `it is rated "${rating}", but its history stands at "${history[0]?.to}": add what changed, with date, from, to and why`,
    );
  if (history.at(-1)?.from !== null)
    complaints.push('the oldest entry of its history must have "from: null"');
  for (const [i, { date, from }] of history.entries()) {
    const before = history[i + 1];
    if (date > reviewed) complaints.push(`its history holds ${date}, after the review of ${reviewed}`);
    if (before && before.date > date) complaints.push('its history must stand newest first');
    if (before && before.to !== from)
      complaints.push(`its history goes on from "${from}" on ${date}, but stood at "${before.to}"`);
  }
  return complaints;
}

/** Newest first, all from before the first edition, each a change. */
function checkHindsight({ history, hindsight = [] }: Claim): string[] {
  const complaints: string[] = [];
  const first = history.at(-1)?.date ?? '';
  for (const [i, { date, rating }] of hindsight.entries()) {
    const before = hindsight[i + 1];
    if (date >= first)
      complaints.push(`its hindsight holds ${date}: what came since belongs into its history`);
    if (before && before.date > date) complaints.push('its hindsight must stand newest first');
    if (before?.rating === rating) complaints.push(`its hindsight of ${date} changes nothing`);
  }
  return complaints;
}

/** What names a study says nothing of what it found: the digits of a DOI would let wrong figures pass. */
const unread = { id: '', doi: '', pmid: '', pmcid: '', registration: '', official: '' };

/** Numbers of a text that occur nowhere in the studies' own entries. Small counts written as words do not matter. */
function strayNumbers(text: string, studies: readonly Study[]): string[] {
  const known = new Set(studies.flatMap((study) => numbersIn(JSON.stringify({ ...study, ...unread }))));
  return numbersIn(text).filter((number) => !known.has(number));
}

/** Numbers as written, without sign, thousands commas and trailing zeros: "1,018" and "0.50" become 1018 and 0.5. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) =>
    String(Number(number.replaceAll(',', ''))),
  );
}
