/** Which mention is next: after the one whose card was opened last, or after what the reader looks at. */

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
