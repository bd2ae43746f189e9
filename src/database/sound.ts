/** What must hold across the entries of any database, bundled or fetched, before a reader sees it. */
import type { Claim, Database } from './schema.ts';

/** All terms together: three times what any edition so far has had, and still quick to search. */
const mostTerms = 60_000;

/** What is wrong across entries, in plain words; empty when the database can be used. */
export function unsoundness(database: Database): string[] {
  const { claims, studies, concepts } = database;
  const studyIds = new Set(studies.map(({ id }) => id));
  const conceptIds = new Set(concepts.map(({ id }) => id));
  const terms = concepts.reduce((sum, concept) => sum + concept.terms.length, 0);
  return [
    ...(claims.length ? [] : ['there is no claim']),
    ...(concepts.length ? [] : ['there is no concept']),
    ...(terms > mostTerms ? [`${terms} terms are more than ${mostTerms}`] : []),
    ...repeated('claim', claims),
    ...repeated('study', studies),
    ...repeated('concept', concepts),
    ...claims.flatMap((claim) => unsoundClaim(claim, studyIds, conceptIds)),
    ...concepts
      .filter(({ id }) => isInCircle(id, database))
      .map(({ id }) => `concept ${id}: isA goes in a circle`),
    ...concepts
      .filter(({ isA }) => isA !== undefined && !conceptIds.has(isA))
      .map(({ id, isA }) => `concept ${id}: isA names an unknown concept "${isA}"`),
  ];
}

function repeated(what: string, entries: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }) => {
    if (seen.has(id)) return [`${what} ${id} stands twice`];
    seen.add(id);
    return [];
  });
}

function unsoundClaim(claim: Claim, studies: ReadonlySet<string>, concepts: ReadonlySet<string>): string[] {
  const cited = [...claim.studies, ...claim.figures.map(({ study }) => study)];
  const turned = [...(claim.turned?.by ?? []), ...(claim.turned?.unless ?? [])];
  const named = [claim.condition, claim.outcome, ...(claim.wordings ?? []).flat(2), ...turned];
  const complaints = [
    ...cited.filter((id) => !studies.has(id)).map((id) => `unknown study "${id}"`),
    ...named.filter((id) => id !== 'any' && !concepts.has(id)).map((id) => `unknown concept "${id}"`),
    ...(claim.history[0]?.to === claim.rating ? [] : ['its history does not lead to its rating']),
  ];
  return complaints.map((complaint) => `claim ${claim.id}: ${complaint}`);
}

function isInCircle(id: string, { concepts }: Database): boolean {
  const next = new Map(concepts.map((concept) => [concept.id, concept.isA]));
  let at = next.get(id);
  for (let steps = 0; at !== undefined && steps <= concepts.length; steps++) {
    if (at === id) return true;
    at = next.get(at);
  }
  return false;
}
