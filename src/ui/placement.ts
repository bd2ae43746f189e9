/** Where the card goes: beside its sentence, never on it. Pure: rectangles in, a rectangle out. */

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly side: 'below' | 'above' | 'right' | 'left' | 'sheet' | 'top-sheet';
  readonly left: number;
  readonly width: number;
  /** distance from the viewport's top, or from its bottom: the edge that stays put when the card grows */
  readonly edge: 'top' | 'bottom';
  readonly offset: number;
  readonly maxHeight: number;
}

/** Narrower than this the card is a sheet at the viewport's lower edge. */
export const sheetBelow = 560;
/** Less room than this is not worth opening a card in: the page is scrolled a little first. */
export const leastHeight = 260;
const gap = 8;
const margin = 12;
const mostHeight = 680;

/** The smallest box around some rectangles; nothing where there are none. */
export function boxAround(rects: readonly Box[]): Box | undefined {
  const [first, ...rest] = rects.filter((rect) => rect.right > rect.left || rect.bottom > rect.top);
  if (!first) return undefined;
  return rest.reduce<Box>(
    (box, rect) => ({
      top: Math.min(box.top, rect.top),
      bottom: Math.max(box.bottom, rect.bottom),
      left: Math.min(box.left, rect.left),
      right: Math.max(box.right, rect.right),
    }),
    { top: first.top, bottom: first.bottom, left: first.left, right: first.right },
  );
}

/** How far the page must scroll down (positive) or up so that the card has room beside its sentence; 0 where it has. */
export function scrollNeeded(anchor: Box, viewport: Size): number {
  const sheet = viewport.width < sheetBelow;
  if (!sheet && beside(anchor, viewport)) return anchor.top < 0 ? anchor.top - margin : 0;
  const below = viewport.height - anchor.bottom - gap - (sheet ? 0 : margin);
  const above = anchor.top - gap - margin;
  const room = sheet ? below : Math.max(below, above);
  const wanted = Math.min(leastHeight, viewport.height / 2);
  if (anchor.top < 0 && room >= wanted) return anchor.top - margin;
  if (room >= wanted) return 0;
  // never so far that the sentence itself leaves at the top
  return Math.max(0, Math.min(wanted - below, anchor.top - margin));
}

/** Places a card of this natural size. Below, above, beside: the first where all of it fits, else where most does. */
export function place(anchor: Box, card: Size, viewport: Size): Placement {
  if (viewport.width < sheetBelow) return placeSheet(anchor, viewport);
  const width = Math.min(card.width, viewport.width - 2 * margin);
  const fitting = candidates(anchor, width, viewport);
  const whole = fitting.find((one) => one.maxHeight >= Math.min(card.height, mostHeight));
  const best = whole ?? fitting.reduce((a, b) => (b.maxHeight > a.maxHeight ? b : a));
  return best.side === 'left' || best.side === 'right' ? lower(best, anchor, card, viewport) : best;
}

function candidates(anchor: Box, width: number, viewport: Size): readonly [Placement, ...Placement[]] {
  const left = clamp(anchor.left, margin, viewport.width - width - margin);
  const cap = (height: number) => clamp(height, 0, mostHeight);
  const full = cap(viewport.height - 2 * margin);
  const below: Placement = {
    side: 'below',
    left,
    width,
    edge: 'top',
    offset: anchor.bottom + gap,
    maxHeight: cap(viewport.height - anchor.bottom - gap - margin),
  };
  const above: Placement = {
    ...below,
    side: 'above',
    edge: 'bottom',
    offset: viewport.height - anchor.top + gap,
    maxHeight: cap(anchor.top - gap - margin),
  };
  const aside = { width, edge: 'top', offset: margin, maxHeight: full } as const;
  const all: [Placement, ...Placement[]] = [below, above];
  if (viewport.width - anchor.right - gap - margin >= width)
    all.push({ ...aside, side: 'right', left: anchor.right + gap });
  if (anchor.left - gap - margin >= width)
    all.push({ ...aside, side: 'left', left: anchor.left - gap - width });
  return all;
}

/** Beside the sentence, as level with it as the viewport allows. */
function lower(aside: Placement, anchor: Box, card: Size, viewport: Size): Placement {
  const height = Math.min(card.height, aside.maxHeight);
  return { ...aside, offset: clamp(anchor.top, margin, viewport.height - height - margin) };
}

function placeSheet(anchor: Box, viewport: Size): Placement {
  const below = viewport.height - anchor.bottom - gap;
  const above = anchor.top - gap;
  const most = viewport.height * 0.7;
  const common = { left: 0, width: viewport.width, offset: 0 } as const;
  return below >= above || below >= leastHeight
    ? { ...common, side: 'sheet', edge: 'bottom', maxHeight: clamp(below, 0, most) }
    : { ...common, side: 'top-sheet', edge: 'top', maxHeight: clamp(above, 0, most) };
}

function beside(anchor: Box, viewport: Size): boolean {
  const room = Math.max(anchor.left, viewport.width - anchor.right) - gap - margin;
  return room >= 420 && viewport.height >= leastHeight;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
