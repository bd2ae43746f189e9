/** A page's state as the popup lists it. */
import { placeOf } from './place.ts';
import type { PageState } from './state.ts';

/** What the popup needs of a page, and nothing that it does not. */
export function summaryOf(state: PageState) {
  const { reading, findings, mentions } = state;
  return {
    inEnglish: findings.inEnglish,
    length: reading.length,
    unassessed: findings.unassessed.length,
    mentions: mentions.map((mention) => ({
      start: mention.start,
      ...placeOf(state, mention),
      verdict: mention.claims[0]?.verdict ?? ('in-line' as const),
      claims: mention.claims.map(({ id, stance, verdict }) => ({ id, stance, verdict })),
    })),
  };
}
