/** Cross-checks over the authored database, beyond what the schema says of a single entry. */
import type { Claim, Study } from '../database/schema.ts';
import { controlledDesigns } from '../database/vocabulary.ts';
import type { Authored } from './read-database.ts';

/** Designs that carry a rating of `supported` or `established` without a trial: an authority's own statement. */
const authoritativeDesigns = ['label', 'guideline', 'document'];

/** What is wrong across entries, in plain words; empty when all is well. */
export function checkDatabase({ claims, studies, concepts }: Authored): string[] {
  const studyById = new Map(studies.map((study) => [study.id, study]));
  const claimIds = new Set(claims.map((claim) => claim.id));
  const conceptIds = new Set(concepts.map((concept) => concept.id));
  return [
    ...repeated(
      'claim',
      claims.map((claim) => claim.id),
    ),
    ...repeated(
      'study',
      studies.map((study) => study.id),
    ),
    ...repeated(
      'concept',
      concepts.map((concept) => concept.id),
    ),
    ...claims.flatMap((claim) => checkClaim(claim, studyById, conceptIds)),
    ...studies.flatMap((study) => checkStudy(study, claimIds)),
    ...studies
      .filter((study) => !claims.some((claim) => claim.studies.includes(study.id)))
      .map((study) => `study ${study.id}: no claim cites it`),
    ...concepts
      .filter(({ isA }) => isA !== undefined && !conceptIds.has(isA))
      .map((concept) => `concept ${concept.id}: isA names an unknown concept "${concept.isA}"`),
  ];
}

function repeated(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `${what} ${id} stands twice`);
}

function checkClaim(
  claim: Claim,
  studies: ReadonlyMap<string, Study>,
  concepts: ReadonlySet<string>,
): string[] {
  const say = (text: string) => `claim ${claim.id}: ${text}`;
  const cited = claim.studies.flatMap((id) => studies.get(id) ?? []);
  const complaints = claim.studies.filter((id) => !studies.has(id)).map((id) => say(`unknown study "${id}"`));
  complaints.push(...repeated('study', claim.studies).map(say));
  if (!claim.studies.length && !claim.noStudyFound)
    complaints.push(say('cites no study: say so in noStudyFound'));
  for (const figure of claim.figures) {
    const study = studies.get(figure.study);
    if (!claim.studies.includes(figure.study))
      complaints.push(say(`a figure rests on "${figure.study}", which is not among its studies`));
    if (study) {
      complaints.push(
        ...strayNumbers(figure.text, [study]).map((n) =>
          say(`the number ${n} in a figure is not in study ${study.id}`),
        ),
      );
    }
  }
  complaints.push(
    ...strayNumbers(`${claim.answer} ${claim.summary}`, cited).map((n) =>
      say(`the number ${n} in answer or summary is in none of its studies`),
    ),
  );
  const strong = ['established', 'supported', 'mixed'].includes(claim.rating);
  const borne = cited.some((study) => [...controlledDesigns, ...authoritativeDesigns].includes(study.design));
  if (strong && claim.kind === 'efficacy' && !borne) {
    complaints.push(say(`rated "${claim.rating}" without a controlled study, label or guideline`));
  }
  const years = cited.flatMap((study) => study.year ?? []);
  if (years.some((year, i) => i > 0 && year > (years[i - 1] ?? 0)))
    complaints.push(say('studies must stand newest first'));
  if (claim.history[0]?.to !== claim.rating)
    complaints.push(say('the newest entry of its history must lead to its rating'));
  for (const wording of claim.wordings ?? []) {
    for (const id of wording.flat()) {
      if (!concepts.has(id)) complaints.push(say(`a wording names an unknown concept "${id}"`));
    }
  }
  return complaints;
}

function checkStudy(study: Study, claimIds: ReadonlySet<string>): string[] {
  const say = (text: string) => `study ${study.id}: ${text}`;
  const complaints = study.findings
    .flatMap((finding) => finding.claims ?? [])
    .filter((id) => !claimIds.has(id))
    .map((id) => say(`a finding bears on an unknown claim "${id}"`));
  const traced = study.doi ?? study.pmid ?? study.pmcid ?? study.registration ?? study.official;
  if (!traced && !study.notVerified?.length) {
    complaints.push(
      say(
        'has no DOI, PubMed id, registration or official address: say in notVerified what could not be traced',
      ),
    );
  }
  for (const { effect } of study.findings) {
    if (effect?.ciLow !== undefined && effect.ciHigh !== undefined && effect.ciLow > effect.ciHigh) {
      complaints.push(say(`the interval ${effect.ciLow} to ${effect.ciHigh} is upside down`));
    }
  }
  return complaints;
}

/** Numbers of a text that occur nowhere in the studies' own entries. Small counts written as words do not matter. */
function strayNumbers(text: string, studies: readonly Study[]): string[] {
  const known = new Set(studies.flatMap((study) => numbersIn(JSON.stringify(study))));
  return numbersIn(text).filter((number) => !known.has(number));
}

/** Numbers as written, without sign, thousands commas and trailing zeros: "1,018" and "0.50" become 1018 and 0.5. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) =>
    String(Number(number.replaceAll(',', ''))),
  );
}
