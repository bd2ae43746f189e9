/** What is known of a page at one time. Marks, count, list and card are made from this and nothing else. */
import type { Findings, Mention, PageText } from '../matching/page-text.ts';
import type { PageReading } from './read-page.ts';

export interface PageState {
  readonly reading: PageReading;
  readonly findings: Findings;
  /** the mentions to be shown, in page order: those with a claim that the reader has not muted */
  readonly mentions: readonly Mention[];
}

/** A page that was not read yet. */
export const unread: PageState = {
  reading: { page: { title: '', blocks: [] }, length: 0, rangesOf: () => [] },
  findings: { mentions: [], unassessed: [], inEnglish: true },
  mentions: [],
};

/** Mentions less the claims that the reader does not want to see. */
export function withoutMuted(mentions: readonly Mention[], muted: readonly string[]): readonly Mention[] {
  if (!muted.length) return mentions;
  return mentions.flatMap((mention) => {
    const claims = mention.claims.filter(({ id }) => !muted.includes(id));
    return claims.length ? [{ ...mention, claims }] : [];
  });
}

/** Do two readings say the same? Then they need not be matched again. */
export function isSameText(one: PageText, other: PageText): boolean {
  return (
    one.title === other.title &&
    one.language === other.language &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, at) => isSameBlock(block, other.blocks[at]))
  );
}

function isSameBlock(
  one: PageText['blocks'][number],
  other: PageText['blocks'][number] | undefined,
): boolean {
  return (
    other !== undefined &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.level === other.level &&
    one.group === other.group &&
    one.language === other.language &&
    (one.headers ?? []).join('\t') === (other.headers ?? []).join('\t')
  );
}

/** The page's own words of a mention. */
export function quoteOf({ reading }: PageState, { start, end }: Mention): string {
  const lines: string[] = [];
  for (const block of reading.page.blocks) {
    if (block.start >= end) break;
    if (block.start + block.text.length <= start) continue;
    lines.push(block.text.slice(Math.max(0, start - block.start), end - block.start));
  }
  return lines.join('\n');
}

/** Where a mention of one state is in the next: the same words with the same claims, nearest to where they were. */
export function findAgain(mention: Mention, before: PageState, now: PageState): number | undefined {
  const quote = quoteOf(before, mention);
  const claims = claimsOf(mention);
  let best: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  now.mentions.forEach((other, index) => {
    const away = Math.abs(other.start - mention.start);
    if (away >= distance || claimsOf(other) !== claims || quoteOf(now, other) !== quote) return;
    best = index;
    distance = away;
  });
  return best;
}

function claimsOf(mention: Mention): string {
  return mention.claims.map(({ id, stance }) => `${id} ${stance}`).join();
}
