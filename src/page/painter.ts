/** How mentions are shown in the page: one interface, two painters. */
import type { Verdict } from '../matching/verdict.ts';

/** A mention to be painted. */
export interface Mark {
  readonly verdict: Verdict;
  /** where it stands, one range for each unbroken stretch */
  readonly ranges: readonly StaticRangeInit[];
}

/** Paints marks; a mark is known by its index among those painted last. */
export interface Painter {
  /** Paints these marks and no others. */
  paint(marks: readonly Mark[]): void;
  /** Takes all marks off the page. */
  clear(): void;
  /** Puts back what the page took off; false where it cannot be put back. */
  keep(): boolean;
  /** Do marks stand wherever they were wanted, and go on to as long as the page's text is the same? */
  holds(): boolean;
  /** The mark at a point of the window, if it stands in `target` or right there. */
  hit(x: number, y: number, target: Node): number | undefined;
  /** The rectangles that a mark's lines take up in the window. */
  rects(index: number): DOMRect[];
  /** does it add elements to the page? */
  readonly changesPage: boolean;
}

/** A range as it is now; undefined where the page has changed under it. */
export function liveRange(window: Window & typeof globalThis, range: StaticRangeInit): Range | undefined {
  const live = new window.Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    return undefined;
  }
}

/** The rectangles of a range's lines. */
export function linesOf(window: Window & typeof globalThis, range: StaticRangeInit): DOMRect[] {
  const rects = liveRange(window, range)?.getClientRects() ?? [];
  return [...rects].filter(({ width, height }) => width > 0 && height > 0);
}

/** Is some of the range in a node, or the node in the range? What lies over the text is neither. */
export function touches(window: Window & typeof globalThis, range: StaticRangeInit, node: Node): boolean {
  return liveRange(window, range)?.intersectsNode(node) ?? false;
}

/** Does a point lie in one of the rectangles? */
export function isIn(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}
