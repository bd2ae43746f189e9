/** Which other claims a unit may be making: those whose wordings begin with a concept in it. */
import type { Draft } from './candidate.ts';
import type { ClaimIndex, Wording } from './claim-index.ts';
import type { Hit } from './concepts.ts';
import type { ReadUnit } from './read-unit.ts';

/** Claims by their wordings; a slot may be filled by the lead-in or the table's header. */
export function proposeTopics(read: ReadUnit, index: ClaimIndex): Draft[] {
  const candidates: Draft[] = [];
  const present = (hits: readonly Hit[], slot: readonly string[]) =>
    hits.filter(({ concept }) => slot.includes(concept.id));
  const around = [...(read.leadIn?.hits ?? []), ...read.cells.flatMap(({ headerHits }) => headerHits)];
  const seen = new Set<Wording>();
  for (const hit of read.hits) {
    for (const { claim, wording } of index.byConcept.get(hit.concept.id) ?? []) {
      if (seen.has(wording)) continue;
      seen.add(wording);
      const [first = [], ...rest] = wording;
      const anchors = present(read.hits, first);
      const others = rest.flatMap((slot) => present(read.hits, slot));
      const isComplete = rest.every(
        (slot) => present(read.hits, slot).length || present(around, slot).length,
      );
      candidates.push({ claim, group: claim.id, anchors, others, isComplete });
    }
  }
  return candidates;
}
