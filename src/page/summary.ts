/** A page's state as the popup lists it. */
import { type PageState, quoteOf } from './state.ts';

/** What the popup needs of a page, and nothing that it does not. */
export function summaryOf(state: PageState) {
  const { reading, findings, mentions } = state;
  return {
    inEnglish: findings.inEnglish,
    length: reading.length,
    unassessed: findings.unassessed.length,
    mentions: mentions.map((mention) => ({
      start: mention.start,
      quote: quoteOf(state, mention),
      verdict: mention.claims[0]?.verdict ?? ('in-line' as const),
      claims: mention.claims.map(({ id, verdict }) => ({ id, verdict })),
    })),
  };
}
