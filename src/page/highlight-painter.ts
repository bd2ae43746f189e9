/** CSS Custom Highlight API: the browser draws the marks, the document stays as it is. */
import type { Verdict } from '../matching/verdict.ts';
import { type Dom, domOf } from './dom.ts';
import { isIn, linesOf, type Mark, type Painter } from './painter.ts';

/** The page can list these names, so they say nothing. */
export const highlightNames: Readonly<Record<Verdict, string>> = {
  against: 'reading-1',
  overstated: 'reading-2',
  unsettled: 'reading-3',
  'in-line': 'reading-4',
};
const verdicts = Object.keys(highlightNames) as Verdict[];

/** The painter; undefined where the browser has no such API. */
export function createHighlightPainter(window: Window & typeof globalThis): Painter | undefined {
  if (!('Highlight' in window) || !('highlights' in window.CSS)) return undefined;
  const { highlights } = window.CSS;
  const dom = domOf(window);
  const layers = verdicts.map((verdict) => ({
    verdict,
    name: highlightNames[verdict],
    highlight: new window.Highlight(),
    size: 0,
  }));
  let marks: readonly Mark[] = [];

  function paint(next: readonly Mark[]): void {
    marks = next;
    for (const layer of layers) {
      const { highlight, name } = layer;
      highlight.clear();
      for (const { ranges } of marks.filter(({ verdict }) => verdict === layer.verdict)) {
        for (const range of ranges) highlight.add(new window.StaticRange(range));
      }
      layer.size = highlight.size;
      if (layer.size) highlights.set(name, highlight);
      else if (highlights.get(name) === highlight) highlights.delete(name);
    }
  }

  const rects = (index: number) => marks[index]?.ranges.flatMap((range) => linesOf(window, range)) ?? [];

  return {
    changesPage: false,
    paint,
    clear: () => paint([]),
    keep: () => {
      // The registry is shared with the page, which may empty it
      const isWhole = layers.every(
        ({ name, highlight, size }) =>
          highlight.size === size && (!size || highlights.get(name) === highlight),
      );
      if (!isWhole) paint(marks);
      return true;
    },
    hit: (x, y, target) => {
      const index = marks.findIndex(
        (mark, at) => mark.ranges.some((range) => isWithin(dom, range, target)) && isIn(rects(at), x, y),
      );
      return index < 0 ? undefined : index;
    },
    rects,
  };
}

/** Does a range begin or end in an element? What lies over the text in another element was clicked itself. */
function isWithin(dom: Dom, range: StaticRangeInit, target: Node): boolean {
  return dom.contains(target, range.startContainer) || dom.contains(target, range.endContainer);
}
