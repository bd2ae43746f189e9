/** From what was read of each element to the page's text, and from a place in that text to nodes. */
import type { Block, PageText, TextRange } from '../matching/page-text.ts';
import type { Draft, Segment } from './block-builder.ts';
import type { Output } from './page-walk.ts';

/** The page's text with the way back to its nodes. */
export interface PlacedText {
  readonly page: PageText;
  readonly length: number;
  readonly drafts: readonly Draft[];
}

/** Puts all blocks in a row, with one line feed between them. */
export function placeBlocks(output: Output, title: string, language: string | undefined): PlacedText {
  const drafts = flatten(output);
  const groups = new Map<Element, number>();
  const blocks: Block[] = [];
  let start = 0;
  for (const draft of drafts) {
    if (draft.group && !groups.has(draft.group)) groups.set(draft.group, groups.size + 1);
    blocks.push({
      kind: draft.kind,
      start,
      text: draft.text,
      level: draft.level,
      group: (draft.group && groups.get(draft.group)) ?? 0,
      ...(draft.headers && { headers: draft.headers }),
      ...(draft.language && draft.language !== language && { language: draft.language }),
    });
    start += draft.text.length + 1;
  }
  const page = { title, blocks, ...(language && { language }) };
  return { page, drafts, length: Math.max(0, start - 1) };
}

/** All drafts below an output, in order; without recursion, as pages nest without limit. */
function flatten(output: Output): Draft[] {
  const drafts: Draft[] = [];
  const stack = [{ output, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const part = top.output.parts[top.next];
    top.next += 1;
    if (!part) stack.pop();
    else if ('parts' in part) stack.push({ output: part, next: 0 });
    else drafts.push(part);
  }
  return drafts;
}

/** Where a piece of the text stands, one range for each stretch with nothing else in between. */
export function rangesIn({ page, drafts }: PlacedText, { start, end }: TextRange): StaticRangeInit[] {
  const ranges: StaticRangeInit[] = [];
  for (let at = lastBefore(page.blocks, start); at < drafts.length; at += 1) {
    const block = page.blocks[at];
    const draft = drafts[at];
    if (!block || !draft || block.start >= end) break;
    addRanges(ranges, draft.segments, start - block.start, end - block.start);
  }
  return ranges;
}

function addRanges(
  ranges: StaticRangeInit[],
  segments: readonly Segment[],
  start: number,
  end: number,
): void {
  let isOpen = false;
  for (const segment of segments) {
    const from = Math.max(start, segment.at);
    const to = Math.min(end, segment.at + segment.length);
    if (from >= to) continue;
    const endOffset = segment.from + to - segment.at;
    const last = ranges.at(-1);
    if (isOpen && last && segment.isJoined) {
      last.endContainer = segment.node;
      last.endOffset = endOffset;
    } else {
      const startOffset = segment.from + from - segment.at;
      ranges.push({ startContainer: segment.node, startOffset, endContainer: segment.node, endOffset });
    }
    isOpen = true;
  }
}

/** Index of the last block that begins at or before a place. */
function lastBefore(blocks: readonly Block[], place: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
