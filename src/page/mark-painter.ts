/**
 * mark.js: marks as elements of the page. For browsers without the Highlight API, and for readers who want marks to
 * survive saving or clipping a page. Splits text nodes, so it tells when the page changes what is marked, and leaves its text
 * as the page wants it. Nothing that can be edited is marked.
 */
import Mark from 'mark.js';
import type { Verdict } from '../matching/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import { type Dom, domOf } from './dom.ts';
import { type Ground, groundUnder } from './ground.ts';
import { decorationFor, markName } from './highlight-sheet.ts';
import { isIn, liveRange, type Mark as PageMark, type Painter } from './painter.ts';
import { type SplitText, splitText, unwrap } from './split-text.ts';

/** An element name of our own: no style or script of the page speaks of it. */

/** A mark's element. */
interface Made {
  readonly element: HTMLElement;
  readonly index: number;
}

/** The painter that adds elements. */
export function createMarkPainter(window: Window & typeof globalThis): Painter {
  const dom = domOf(window);
  const splits = new Map<Text, SplitText>();
  let made: readonly Made[] = [];
  let isComplete = true;

  function clear(): void {
    for (const split of splits.values()) split.join();
    splits.clear();
    made = [];
    for (const element of marksInPage()) unwrap(element);
  }

  function paint(marks: readonly PageMark[]): void {
    clear();
    const pieces = marks.flatMap(({ ranges, verdict }, index) =>
      ranges.map((range) => ({ range, verdict, index })),
    );
    // A page may have exchanged text nodes since they were read
    isComplete = pieces.every(({ range }) => dom.isConnected(range.startContainer));
    // From the end: splitting a text node leaves the places before the split as they were
    made = pieces.reverse().flatMap(({ range, verdict, index }) =>
      wrap(window, dom, range).map((element) => {
        note(element);
        dress(element, verdict, groundUnder(window, element, dom));
        return { element, index };
      }),
    );
  }

  function note(element: HTMLElement): void {
    const text = element.previousSibling;
    if (!(text instanceof window.Text)) return;
    const split = splits.get(text) ?? splitText(window, dom, text);
    split.add(element);
    splits.set(text, split);
  }

  /** Also those that the page has copied. */
  function marksInPage(): HTMLElement[] {
    const root = dom.documentElementOf(window.document);
    const found = root ? dom.findAll(root, markName) : [];
    return found.filter((element) => element instanceof window.HTMLElement);
  }

  function isCopied(): boolean {
    const own = new Set(made.map(({ element }) => element));
    return marksInPage().some((element) => !own.has(element));
  }

  const elementsOf = (index: number) =>
    made.filter((one) => one.index === index).map(({ element }) => element);

  return {
    changesPage: true,
    paint,
    clear,
    keep: () =>
      [...splits.values()].every((split) => split.isWhole()) &&
      !made.some(({ element }) => element.isContentEditable) &&
      !isCopied(),
    holds: () => isComplete,
    hit: (x, y, target) => {
      const inside = made.find(
        ({ element }) =>
          (dom.contains(element, target) || dom.contains(target, element)) &&
          isIn([...element.getClientRects()], x, y),
      );
      return inside?.index;
    },
    rects: (index) =>
      elementsOf(index)
        .reverse()
        .flatMap((element) => [...element.getClientRects()]),
  };
}

/** Wraps a range in elements, one for each text node that it touches. */
function wrap(window: Window & typeof globalThis, dom: Dom, range: StaticRangeInit): HTMLElement[] {
  const found = placeInAncestor(window, dom, range);
  if (!found || found.ancestor.isContentEditable) return [];
  const elements: HTMLElement[] = [];
  new Mark(found.ancestor).markRanges([{ start: found.start, length: found.length }], {
    element: markName,
    each: (element) => {
      if (element instanceof window.HTMLElement) elements.push(element);
    },
  });
  return elements;
}

/** mark.js counts characters over the text nodes of an element, those of scripts and styles left out. */
function placeInAncestor(window: Window & typeof globalThis, dom: Dom, range: StaticRangeInit) {
  const common = liveRange(window, range)?.commonAncestorContainer;
  if (!common) return undefined;
  const ancestor = dom.isText(common) ? dom.parentOf(common) : common;
  if (!(ancestor instanceof window.HTMLElement)) return undefined;
  let start = 0;
  let length = 0;
  let isInside = false;
  dom.someText(ancestor, (text) => {
    const parent = dom.parentOf(text);
    if (parent && dom.isElement(parent) && /^(script|style|title)$/.test(dom.nameOf(parent))) return false;
    const size = dom.dataOf(text).length;
    const from = text === range.startContainer ? range.startOffset : 0;
    isInside ||= text === range.startContainer;
    if (!isInside) start += size;
    else {
      start += from;
      length += (text === range.endContainer ? range.endOffset : size) - from;
    }
    return text === range.endContainer;
  });
  return { ancestor, start, length };
}

/** Inline, so that a saved page keeps it. */
function dress(element: HTMLElement, verdict: Verdict, ground: Ground): void {
  for (const [property, value] of Object.entries(decorationFor(verdict, ground))) {
    element.style.setProperty(property, value, 'important');
  }
  element.title = verdictStyles[verdict].words;
}
