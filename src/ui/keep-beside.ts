/** Keeps the card beside its sentence while page and viewport move. The rules are in placement.ts. */
import { type Box, boxAround, place, type Size, scrollNeeded } from './placement.ts';

interface Beside {
  readonly document: Document;
  readonly anchor: () => readonly DOMRect[];
}

/** Places the panel, scrolling the page a little where there is no room, and follows until the signal ends. */
export function keepBeside(panel: HTMLElement, at: Beside, signal: AbortSignal): void {
  makeRoom(at);
  let follow = settle(panel, at);
  let asked = 0;
  const soon = (act: () => void) => () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(act);
  };
  const moved = soon(() => follow());
  const resized = soon(() => {
    follow = settle(panel, at);
  });
  window.addEventListener('scroll', moved, { capture: true, passive: true, signal });
  window.addEventListener('resize', resized, { passive: true, signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(asked));
}

/** Places the panel afresh; the answer moves it along with its sentence, on the same side. */
function settle(panel: HTMLElement, at: Beside): () => void {
  const { style } = panel;
  const viewport = viewportSize();
  const start = anchorBox(at);
  style.maxHeight = 'none';
  style.width = '';
  const { side, left, width, edge, offset, maxHeight } = place(start, sizeOf(panel), viewport);
  panel.classList.remove('sheet', 'top-sheet', 'below', 'above', 'left', 'right');
  panel.classList.add(side);
  style.left = `${left}px`;
  style.width = `${width}px`;
  style.maxHeight = `${maxHeight}px`;
  style.top = edge === 'top' ? `${offset}px` : 'auto';
  style.bottom = edge === 'bottom' ? `${offset}px` : 'auto';
  if (side === 'sheet' || side === 'top-sheet') return () => {};
  return () => {
    const by = anchorBox(at).top - start.top;
    if (edge === 'top') style.top = `${offset + by}px`;
    else style.bottom = `${offset - by}px`;
  };
}

function makeRoom(at: Beside): void {
  const box = anchorBox(at);
  const by = scrollNeeded(box, viewportSize());
  if (by === 0) return;
  scroller(at.document, box, by).scrollBy({ top: by, behavior: 'instant' });
}

/** The nearest element around the sentence that can scroll this way; the page itself where there is none. */
function scroller(document: Document, box: Box, by: number): Element | Window {
  let at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  for (; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
    const room = by > 0 ? at.scrollHeight - at.clientHeight - at.scrollTop : at.scrollTop;
    if (room >= 1 && /auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  }
  return window;
}

/** Where the sentence is; the viewport's middle where it has gone from the page. */
function anchorBox(at: Beside): Box {
  const { width, height } = viewportSize();
  const middle = { top: height / 3, bottom: height / 3, left: width / 2, right: width / 2 };
  return boxAround(at.anchor()) ?? middle;
}

function viewportSize(): Size {
  const width = document.documentElement.clientWidth;
  return { width: width > 0 ? Math.min(width, innerWidth) : innerWidth, height: innerHeight };
}

function sizeOf(panel: HTMLElement): Size {
  return { width: panel.offsetWidth, height: panel.offsetHeight };
}
