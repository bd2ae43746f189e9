/**
 * DOM -> PageText, and back from a place in that text to the nodes it stands in.
 *
 * The page is walked with a stack of its own (pages may nest deeper than a call stack) and in steps, so that a long page
 * does not hold up its own scripts. Each block-level element keeps what was read of it; reading again visits only what has
 * changed since.
 */
import type { PageText, TextRange } from '../matching/page-text.ts';
import { type Dom, domOf, type PageWindow } from './dom.ts';
import { finish } from './pace.ts';
import { emptyOutput, type Output, walkPage } from './page-walk.ts';
import { placeBlocks, rangesIn } from './positions.ts';
import { drawnStyles, type Styles, writtenStyles } from './styles.ts';
import { Visits } from './visits.ts';

/** A page as it was read at one time. */
export interface PageReading {
  readonly page: PageText;
  /** length of the page's text */
  readonly length: number;
  /** Where a piece of the page's text stands in the document, one range for each unbroken stretch. */
  rangesOf(range: TextRange): StaticRangeInit[];
}

/** Reads a page, and later what has changed in it. */
export interface PageReader {
  /** The page as it is now; the same object as last time if nothing changed. `pause` is awaited between steps. */
  read(pause: () => Promise<void> | undefined): Promise<PageReading>;
  /** Takes note of changes; true if there may be something else to read. */
  note(records: readonly MutationRecord[]): boolean;
  /** Has an element got a shadow tree since it was read? Nothing reports that. */
  hasNewTree(): boolean;
  /** Forgets what was read: for pages that change faster than can be noted. */
  forgetAll(): void;
  /** The document and the open shadow roots in it. */
  trees(): readonly Node[];
  /** the outermost elements that are hidden */
  readonly hidden: ReadonlySet<Element>;
}

/** Attributes that change how an element is read. */
const rewriting = ['role', 'aria-level', 'lang', 'slot', 'href', 'colspan', 'rowspan'];
/** Attributes that may show or hide an element. */
const showing = [
  'class',
  'style',
  'hidden',
  'aria-hidden',
  'contenteditable',
  'open',
  'aria-expanded',
  'aria-controls',
];
/** Elements whose treatment depends on what is in them. */
const judgedByContent = 'table, header, [role=banner], button';
/** All attributes that bear on reading. */
export const attributesRead: readonly string[] = [...rewriting, ...showing];

/** Reads a document that nobody draws, from beginning to end. */
export function readDocument(window: PageWindow): Promise<PageReading> {
  const dom = domOf(window);
  return createReader(window, dom, writtenStyles(window, dom)).read(() => undefined);
}

/** A reader for the page in a browser's window. */
export function createPageReader(window: PageWindow): PageReader {
  return createReader(window, domOf(window), drawnStyles(window));
}

function createReader({ document }: PageWindow, dom: Dom, styles: Styles): PageReader {
  const visits = new Visits(dom, styles);
  const trees = new Map<Node, Element | undefined>([[document, undefined]]);
  /** had no shadow tree when they were read, but are of the kind that may get one */
  const mayOpen = new Set<Element>();
  let last: { reading: PageReading; output: Output; title: string; language: string | undefined } | undefined;

  async function read(pause: () => Promise<void> | undefined): Promise<PageReading> {
    settle();
    const output = await walk(pause);
    const title = dom.titleOf(document);
    const root = dom.documentElementOf(document);
    const language = (root && dom.attribute(root, 'lang')) || undefined;
    if (last?.output === output && last.title === title && last.language === language) return last.reading;
    const placed = placeBlocks(output, title, language);
    const { page, length } = placed;
    const reading = { page, length, rangesOf: (range: TextRange) => rangesIn(placed, range) };
    last = { reading, output, title, language };
    return reading;
  }

  async function walk(pause: () => Promise<void> | undefined): Promise<Output> {
    const body = dom.bodyOf(document);
    if (!body) return emptyOutput();
    return finish(walkPage(body, { dom, styles, visits, foundHost }), pause);
  }

  function note(records: readonly MutationRecord[]): boolean {
    let isNews = false;
    for (const record of records) if (noteOne(record)) isNews = true;
    return isNews;
  }

  function noteOne({ type, target, attributeName, addedNodes }: MutationRecord): boolean {
    if (!visits.isKnown(target))
      return noteAround(target, attributeName) || (type !== 'attributes' && isOutside(target));
    if (type === 'attributes') {
      if (!dom.isElement(target)) return false;
      visits.suspect(target, attributeName === 'class');
      if (attributeName !== null && rewriting.includes(attributeName)) visits.forget(target);
      return true;
    }
    visits.forget(target);
    // What was moved may have been made into something else while it was away
    for (const added of addedNodes) visits.forget(added);
    if (dom.isElement(target)) for (const slot of dom.slotsOf(target)) visits.forget(slot);
    return true;
  }

  /** What is not read may still decide how that is read in which it stands. */
  function noteAround(target: Node, attributeName: string | null): boolean {
    let isNews = dom.isElement(target) && visits.suspect(target, attributeName === 'class');
    const from = dom.isElement(target) ? target : dom.parentOf(target);
    for (let at = from && dom.isElement(from) ? dom.closest(from, judgedByContent) : null; at; ) {
      if (visits.suspect(at, false)) isNews = true;
      if (dom.nameOf(at) === 'table') visits.forget(at);
      const outer: Node | null = dom.parentOf(at);
      at = outer && dom.isElement(outer) ? dom.closest(outer, judgedByContent) : null;
    }
    return isNews;
  }

  /** The title and the document's frame stand outside of what is walked, but are read too. */
  function isOutside(target: Node): boolean {
    const body = dom.bodyOf(document);
    return !body || !dom.contains(body, target);
  }

  function settle(): void {
    visits.settle();
    for (const element of mayOpen) {
      if (!dom.isConnected(element)) mayOpen.delete(element);
      else if (dom.shadowRootOf(element)) visits.forget(element);
    }
    for (const [tree, host] of trees) if (host && !dom.isConnected(host)) trees.delete(tree);
  }

  function foundHost(host: Element, shadow: ShadowRoot | null): void {
    if (shadow) {
      trees.set(shadow, host);
      mayOpen.delete(host);
    } else mayOpen.add(host);
  }

  return {
    read,
    note,
    hasNewTree: () => [...mayOpen].some((element) => dom.shadowRootOf(element)),
    forgetAll: () => visits.forgetAll(),
    trees: () => [...trees.keys()],
    hidden: visits.hidden,
  };
}
