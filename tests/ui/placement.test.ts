import { describe, expect, test } from 'vitest';
import { type Box, boxAround, leastHeight, place, scrollNeeded } from '../../src/ui/placement.ts';

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 720 };
const card = { width: 430, height: 500 };
const line = (top: number, left = 300, right = 900, height = 24): Box => ({
  top,
  bottom: top + height,
  left,
  right,
});

describe('where the card goes', () => {
  test.each([
    ['a line at the top: below it', line(60), desktop, 'below'],
    ['a line at the foot: above it', line(700), desktop, 'above'],
    ['no room above or below, but to the right', line(100, 100, 700, 600), desktop, 'right'],
    ['no room above or below, but to the left', line(100, 600, 1200, 600), desktop, 'left'],
    ['a phone: a sheet', line(120, 16, 340), phone, 'sheet'],
    ['a phone, the line at the page’s very foot: a sheet at the top', line(660, 16, 340), phone, 'top-sheet'],
  ])('%s', (_, anchor, viewport, side) => {
    expect(place(anchor, card, viewport).side).toBe(side);
  });

  test('never on the sentence, never outside the viewport, wherever the sentence is', () => {
    for (const viewport of [desktop, phone, { width: 640, height: 360 }, { width: 320, height: 568 }]) {
      for (let top = -40; top < viewport.height; top += 37) {
        for (const height of [20, 90, 200]) {
          const anchor = line(top, 16, Math.min(viewport.width - 16, 700), height);
          const at = place(anchor, card, viewport);
          const edge = at.edge === 'top' ? at.offset : viewport.height - at.offset - at.maxHeight;
          const box = { left: at.left, right: at.left + at.width, top: edge, bottom: edge + at.maxHeight };
          const apart =
            box.bottom <= anchor.top ||
            box.top >= anchor.bottom ||
            box.left >= anchor.right ||
            box.right <= anchor.left;
          expect(apart || at.maxHeight === 0, JSON.stringify({ viewport, anchor, at })).toBe(true);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(viewport.width);
        }
      }
    }
  });
});

describe('how far the page scrolls first', () => {
  test.each([
    ['room below: not at all', line(100, 16, 340), phone, 0],
    ['room above: not at all', line(700), desktop, 0],
    [
      'a phone, the line low down: just so far that a sheet has room',
      line(600, 16, 340),
      phone,
      leastHeight - 88,
    ],
  ])('%s', (_, anchor, viewport, by) => {
    expect(scrollNeeded(anchor, viewport)).toBe(by);
  });

  test('never so far that the sentence leaves at the top', () => {
    for (let top = 0; top < 360; top += 13) {
      const anchor = line(top, 16, 620, 150);
      expect(anchor.top - scrollNeeded(anchor, { width: 640, height: 360 })).toBeGreaterThanOrEqual(
        Math.min(top, 0),
      );
    }
  });
});

test('the box around the lines of a sentence, without its empty ones', () => {
  const empty = { top: 0, bottom: 0, left: 0, right: 0 };
  expect(boxAround([empty, line(50, 400, 900), line(74, 300, 500)])).toEqual({
    top: 50,
    bottom: 98,
    left: 300,
    right: 900,
  });
  expect(boxAround([])).toBeUndefined();
});
