/** What pages do to text that is marked by elements; runs in the page. */

import { createMarkPainter } from '../../src/page/mark-painter.ts';
import type { Mark } from '../../src/page/painter.ts';

/** A page before, with what stands between `[` and `]` marked, and what it then does to its first paragraph. */
export interface SplitCase {
  readonly html: string;
  readonly change: (paragraph: HTMLElement) => void;
  /** may the marks stay? */
  readonly isHarmless?: true;
}

const first = (paragraph: HTMLElement) => paragraph.firstChild as Text;

export const splitCases: Readonly<Record<string, SplitCase>> = {
  nothing: {
    html: '<p>Some say [it helps], others not.</p>',
    change: () => undefined,
    isHarmless: true,
  },
  'text is written': {
    html: '<p>Some say [it helps], others not.</p>',
    change: (p) => {
      first(p).data = 'Nobody says so.';
    },
  },
  'a node is emptied that is marked from its beginning': {
    html: '<p>[It helps], they say.</p>',
    change: (p) => {
      first(p).data = '';
    },
  },
  'a node goes': { html: '<p>[It helps], they say.</p>', change: (p) => first(p).remove() },
  'a node moves': {
    html: '<p>Now [it helps].</p><p>And more.</p>',
    change: (p) => p.nextElementSibling?.prepend(first(p)),
  },
  'a node is split': {
    html: '<p>Some say [it helps], others not.</p>',
    change: (p) => void first(p).splitText(4),
  },
  'something comes before a node': {
    html: '<p>[It helps], they say.</p>',
    change: (p) => p.prepend(document.createElement('b')),
    isHarmless: true,
  },
  'something comes after a node': {
    html: '<p>[It helps], they say.</p>',
    change: (p) => first(p).after(document.createElement('b')),
  },
  'text is joined': { html: '<p>[It helps], they say.</p>', change: (p) => p.normalize() },
  'several marks, one text': {
    html: '<p>[It helps] and [it heals] and [it soothes].</p>',
    change: (p) => {
      first(p).data = 'None of it.';
    },
  },
  'several marks, put away and back': {
    html: '<p>[It helps] and [it heals] and [it soothes].</p>',
    change: (p) => {
      const parent = p.parentNode;
      p.remove();
      parent?.append(p);
    },
    isHarmless: true,
  },
  'it becomes editable': {
    html: '<p>Some say [it helps], others not.</p>',
    change: (p) => {
      p.contentEditable = 'true';
    },
  },
  'all is written anew': {
    html: '<p>Some say <b>[it helps]</b>.</p>',
    change: (p) => {
      p.textContent = 'No.';
    },
  },
  'HTML is read and written': {
    html: '<p>Some say [it helps], others not.</p>',
    change: (p) => {
      p.innerHTML = `${p.innerHTML} Or so.`;
    },
  },
  'a copy is made': {
    html: '<p>Some say [it helps], others not.</p>',
    change: (p) => p.after(p.cloneNode(true)),
  },
  'words are changed one text node after the other': {
    html: '<p>They say [they help them].</p>',
    change: (p) => {
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      while (walker.nextNode())
        (walker.currentNode as Text).data = (walker.currentNode as Text).data.replace(/the/g, 'he');
    },
  },
};

/** Plays a case in an element, with marks or without; gives its HTML at the end, and whether the painter saw a change. */
export function playCase(place: HTMLElement, { html, change }: SplitCase, isMarked: boolean) {
  const painter = createMarkPainter(window);
  place.innerHTML = html.replace(/[[\]]/g, '');
  const paragraph = place.querySelector('p');
  if (isMarked) painter.paint(marksOf(place, html));
  const marks = place.querySelectorAll('reading-mark').length;
  if (paragraph) change(paragraph);
  const isKept = painter.keep();
  painter.clear();
  return { html: place.innerHTML, marks, isKept };
}

/** Where the brackets of the case's HTML stand in the page's text. */
function marksOf(place: HTMLElement, html: string): Mark[] {
  const plain = html.replace(/<[^>]*>/g, '');
  return [...plain.matchAll(/\[([^\]]*)\]/g)].map(({ index, 1: words = '' }, at) => {
    const start = index - 2 * at;
    const range = new Range();
    range.setStart(...spot(place, start, false));
    range.setEnd(...spot(place, start + words.length, true));
    return { verdict: 'against', ranges: [range] };
  });
}

function spot(place: HTMLElement, at: number, isEnd: boolean): [Text, number] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let left = at;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!(text instanceof Text)) continue;
    if (left < text.length || (isEnd && left === text.length)) return [text, left];
    left -= text.length;
  }
  throw new RangeError('no such place');
}
