/** Which painter paints, and what is painted now. */
import { createHighlightPainter } from './highlight-painter.ts';
import { createMarkPainter } from './mark-painter.ts';
import { linesOf, type Mark, type Painter } from './painter.ts';

/** What the reader chose: how to paint, and whether at all. */
export interface PaintChoice {
  readonly painter: 'highlights' | 'elements';
  readonly marks: boolean;
}

/** The marks of one page. */
export interface Painting {
  choose(choice: PaintChoice): void;
  paint(marks: readonly Mark[]): void;
  clear(): void;
  /** Puts back what the page took off. False where elements that the page changed gave way to highlights: read it anew. */
  keep(): boolean;
  /** Need they not be painted anew while the page's text is the same? */
  holds(): boolean;
  hit(x: number, y: number, target: Node): number | undefined;
  /** The rectangles of a mark's lines, painted or not. */
  rects(index: number): DOMRect[];
  /** do marks stand in the page's own text now? */
  isInText(): boolean;
  /** do marks of ours stand in it, or may they come back with it? Then `keep` bears no delay. */
  isTouchy(): boolean;
}

/** Where marks in the text do harm and the browser has no others: the list and the cards remain. */
const unpainted: Painter = {
  changesPage: false,
  paint: () => undefined,
  clear: () => undefined,
  keep: () => true,
  holds: () => false,
  hit: () => undefined,
  rects: () => [],
};

/** Nothing painted yet. */
export function createPainting(window: Window & typeof globalThis, choice: PaintChoice): Painting {
  const highlights = createHighlightPainter(window);
  const elements = createMarkPainter(window);
  let { marks: isShown } = choice;
  let hasStoodBack = false;
  let painter = painterFor(choice);
  let marks: readonly Mark[] = [];

  function painterFor({ painter }: PaintChoice): Painter {
    if (hasStoodBack) return highlights ?? unpainted;
    return painter === 'highlights' ? (highlights ?? elements) : elements;
  }

  function show(): void {
    if (isShown) painter.paint(marks);
  }

  return {
    choose: (choice) => {
      painter.clear();
      painter = painterFor(choice);
      isShown = choice.marks;
    },
    paint: (next) => {
      marks = next;
      show();
    },
    clear: () => painter.clear(),
    keep: () => {
      // A page may have kept a copy of what was marked, and bring it back
      if (hasStoodBack && !elements.keep()) elements.clear();
      if (painter.keep()) return true;
      hasStoodBack = true;
      painter.clear();
      painter = highlights ?? unpainted;
      return false;
    },
    holds: () => painter.holds(),
    hit: (x, y, target) => (isShown ? painter.hit(x, y, target) : undefined),
    rects: (index) => {
      const painted = isShown ? painter.rects(index) : [];
      return painted.length
        ? painted
        : (marks[index]?.ranges.flatMap((range) => linesOf(window, range)) ?? []);
    },
    isInText: () => painter.changesPage,
    isTouchy: () => painter.changesPage || hasStoodBack,
  };
}
