/** Which mention is meant: the one at the reader's place, or the next after it. */
import { isCaretIn } from './pointing.ts';

/** The next or previous of `count` mentions; undefined where there is none in that direction. */
export function nextMention(
  window: Window,
  count: number,
  by: 1 | -1,
  last: number | undefined,
  rects: (index: number) => readonly DOMRect[],
): number | undefined {
  const index =
    last !== undefined && isInView(window, rects(last)) ? last + by : fromView(window, count, by, rects);
  return index >= 0 && index < count ? index : undefined;
}

/** The mention with the caret in it; else the one whose card was opened last, or the first, of those in view. */
export function mentionAtHand(
  window: Window & typeof globalThis,
  ranges: readonly (readonly StaticRangeInit[])[],
  last: number | undefined,
  rects: (index: number) => readonly DOMRect[],
): number | undefined {
  const selection = window.getSelection();
  const caret = ranges.findIndex((own) => selection && isCaretIn(window, selection, own));
  if (caret >= 0) return caret;
  if (last !== undefined && isInView(window, rects(last))) return last;
  const first = ranges.findIndex((_, index) => isInView(window, rects(index)));
  return first < 0 ? undefined : first;
}

function isInView(window: Window, rects: readonly DOMRect[]): boolean {
  return rects.some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
}

/** The first mention that is not above the window, or the last that is not below it. */
function fromView(
  window: Window,
  count: number,
  by: 1 | -1,
  rects: (index: number) => readonly DOMRect[],
): number {
  const all = Array.from({ length: count }, (_, index) => rects(index));
  return by > 0
    ? all.findIndex((own) => own.some(({ top }) => top >= 0))
    : all.findLastIndex((own) => own.some(({ bottom }) => bottom <= window.innerHeight));
}
