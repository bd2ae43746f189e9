/** Cross-checks over the authored database, beyond what the schema says of a single entry. */
import type { Concept, Study } from '../database/schema.ts';
import { checkClaim } from './check-claim.ts';
import { checkStudy } from './check-study.ts';
import type { Authored } from './read-database.ts';

/** What is wrong across entries, in plain words; empty when all is well. */
export function checkDatabase({ claims, studies, concepts }: Omit<Authored, 'complaints'>): string[] {
  const surroundings = {
    studies: new Map(studies.map((study) => [study.id, study])),
    concepts: new Set(concepts.map(({ id }) => id)),
  };
  const claimIds = new Set(claims.map(({ id }) => id));
  const cited = new Set(claims.flatMap((claim) => claim.studies));
  return [
    ...repeated('claim', claims),
    ...repeated('study', studies),
    ...repeated('concept', concepts),
    ...claims.flatMap((claim) => checkClaim(claim, surroundings)),
    ...studies.flatMap((study) => checkStudy(study, claimIds)),
    ...studies.filter(({ id }) => !cited.has(id)).map(({ id }) => `study ${id}: no claim cites it`),
    ...sameRecord(studies),
    ...concepts.flatMap((concept) => checkConcept(concept, surroundings.concepts)),
  ];
}

function repeated(what: string, entries: readonly { readonly id: string }[]): string[] {
  const ids = entries.map(({ id }) => id);
  return [...new Set(twice(ids))].map((id) => `${what} ${id} stands twice`);
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, i) => texts.indexOf(text) !== i);
}

/** A study entered twice would count twice. */
function sameRecord(studies: readonly Study[]): string[] {
  return (['doi', 'pmid', 'pmcid'] as const).flatMap((key) => {
    const first = new Map<string, string>();
    return studies.flatMap((study) => {
      const record = study[key]?.toLowerCase();
      if (record === undefined) return [];
      const other = first.get(record);
      first.set(record, other ?? study.id);
      return other === undefined ? [] : [`study ${study.id}: has the same ${key} as study ${other}`];
    });
  });
}

function checkConcept({ id, isA, terms }: Concept, known: ReadonlySet<string>): string[] {
  const complaints = twice(terms).map((term) => `the term "${term}" stands twice`);
  if (isA !== undefined && !known.has(isA)) complaints.push(`isA names an unknown concept "${isA}"`);
  return complaints.map((complaint) => `concept ${id}: ${complaint}`);
}
