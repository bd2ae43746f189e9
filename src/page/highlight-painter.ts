/** CSS Custom Highlight API: the browser draws the marks, the document stays as it is. */
import type { Verdict } from '../matching/verdict.ts';
import { domOf } from './dom.ts';
import { type Ground, groundUnder } from './ground.ts';
import { isIn, linesOf, type Mark, type Painter, touches } from './painter.ts';

const verdicts: readonly Verdict[] = ['against', 'overstated', 'unsettled', 'in-line'];
const grounds: readonly Ground[] = ['light', 'dark', 'other', 'light picture', 'dark picture'];

/** A way to draw a mark. */
export interface Layer {
  readonly verdict: Verdict;
  readonly ground: Ground;
  /** The page can list the names, so they say nothing. */
  readonly name: string;
}

/** One for each verdict on each ground. */
export const layers: readonly Layer[] = grounds.flatMap((ground, row) =>
  verdicts.map((verdict, at) => ({ verdict, ground, name: `reading-${row * verdicts.length + at + 1}` })),
);

/** A page that goes dark does so everywhere: so many marks are enough to tell. */
const sample = 50;

/** The painter; undefined where the browser has no such API. */
export function createHighlightPainter(window: Window & typeof globalThis): Painter | undefined {
  if (!('Highlight' in window) || !('highlights' in window.CSS)) return undefined;
  const { highlights } = window.CSS;
  const dom = domOf(window);
  const own = layers.map((layer) => ({
    ...layer,
    highlight: new window.Highlight(),
    ranges: [] as readonly AbstractRange[],
  }));
  // What a scanner of ours left behind that was ended without a word
  for (const { name } of own) highlights.delete(name);
  let marks: readonly Mark[] = [];
  let painted = '';

  function paint(next: readonly Mark[]): void {
    marks = next;
    const under = groundsOf(marks);
    painted = under.slice(0, sample).join();
    for (const layer of own) {
      const { highlight, name, verdict, ground } = layer;
      const its = marks.filter((mark, at) => mark.verdict === verdict && under[at] === ground);
      layer.ranges = its.flatMap(({ ranges }) => ranges.map((range) => new window.StaticRange(range)));
      highlight.clear();
      for (const range of layer.ranges) highlight.add(range);
      if (layer.ranges.length) highlights.set(name, highlight);
      else highlights.delete(name);
    }
  }

  function groundsOf(some: readonly Mark[]): Ground[] {
    const known = new Map<Element, Ground>();
    return some.map(({ ranges }) => {
      const text = ranges[0]?.startContainer;
      const element = text && dom.drawnIn(text);
      if (!element || !dom.isElement(element)) return 'light';
      const ground = known.get(element) ?? groundUnder(window, element, dom);
      known.set(element, ground);
      return ground;
    });
  }

  /** The registry is shared with the page, which may empty it or put ranges of its own there; and a page may go dark. */
  function isAsPainted(): boolean {
    const isWhole = own.every(
      ({ name, highlight, ranges }) =>
        highlights.get(name) === (ranges.length ? highlight : undefined) &&
        highlight.size === ranges.length &&
        ranges.every((range) => highlight.has(range)),
    );
    return isWhole && groundsOf(marks.slice(0, sample)).join() === painted;
  }

  const rects = (index: number) => marks[index]?.ranges.flatMap((range) => linesOf(window, range)) ?? [];

  return {
    changesPage: false,
    paint,
    clear: () => paint([]),
    keep: () => {
      if (!isAsPainted()) paint(marks);
      return true;
    },
    // Text nodes may be exchanged for others of the same words: each reading gives new ranges
    holds: () => false,
    hit: (x, y, target) => {
      const index = marks.findIndex(
        ({ ranges }, at) => ranges.some((range) => touches(window, range, target)) && isIn(rects(at), x, y),
      );
      return index < 0 ? undefined : index;
    },
    rects,
  };
}
