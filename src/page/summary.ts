/** A page's state as the popup lists it. */
import type { Mention } from '../matching/page-text.ts';
import { type PageState, quoteOf } from './state.ts';

/** How much is told of what stands around a mention, in UTF-16 code units. */
const around = 32;

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
      ...surroundings(state, mention),
      verdict: mention.claims[0]?.verdict ?? ('in-line' as const),
      claims: mention.claims.map(({ id, stance, verdict }) => ({ id, stance, verdict })),
    })),
  };
}

/** What stands right before and after a mention in its own blocks. */
function surroundings({ reading }: PageState, { start, end }: Mention): { before: string; after: string } {
  const textAt = (place: number) => {
    const block = reading.page.blocks.findLast((one) => one.start <= place);
    return block ? { text: block.text, place: place - block.start } : { text: '', place: 0 };
  };
  const first = textAt(start);
  const last = textAt(end - 1);
  return {
    before: first.text.slice(Math.max(0, first.place - around), first.place),
    after: last.text.slice(last.place + 1, last.place + 1 + around),
  };
}
