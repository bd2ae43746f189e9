/** What a page's style says of an element, as far as a reader of text must know it. */
import type { Dom, PageWindow } from './dom.ts';

/** How an element is drawn. */
export interface Look {
  /** the computed `display`; undefined where there is no layout to ask */
  readonly display: string | undefined;
  readonly isVisible: boolean;
}

/** Looks at one element. */
export interface Styles {
  lookAt(element: Element): Look;
  /** are line feeds in the source drawn as line feeds? */
  keepsLineFeeds(element: Element): boolean;
}

/** The styles of a page that a browser draws. */
export function drawnStyles(window: PageWindow): Styles {
  return {
    lookAt: (element) => {
      const { display, visibility } = window.getComputedStyle(element);
      return { display, isVisible: visibility === 'visible' };
    },
    keepsLineFeeds: (element) => /^(pre|break-spaces)/.test(window.getComputedStyle(element).whiteSpace),
  };
}

/**
 * The styles of a document that nobody draws (jsdom). Asking there costs a pass over all rules for each element, so only
 * elements that some rule hides are asked.
 */
export function writtenStyles(window: PageWindow, dom: Dom): Styles {
  const root = dom.documentElementOf(window.document);
  const suspects = new Set<Element>();
  for (const selector of hidingSelectors(window.document)) {
    for (const element of root ? findSafely(dom, root, selector) : []) suspects.add(element);
  }
  return {
    lookAt: (element) => {
      const own = dom.attribute(element, 'style') ?? '';
      const style = suspects.has(element) ? window.getComputedStyle(element) : undefined;
      const isOut = /\bdisplay\s*:\s*none/i.test(own) || style?.display === 'none';
      const isUnseen = /\bvisibility\s*:\s*(hidden|collapse)/i.test(own) || style?.visibility === 'hidden';
      return { display: isOut ? 'none' : undefined, isVisible: !isUnseen };
    },
    keepsLineFeeds: (element) =>
      /\bwhite-space\s*:\s*(pre|break-spaces)/i.test(dom.attribute(element, 'style') ?? ''),
  };
}

function hidingSelectors(document: Document): string[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!('selectorText' in rule) || !('style' in rule)) return [];
      const { selectorText, style } = rule as CSSStyleRule;
      return style.display === 'none' || style.visibility === 'hidden' ? [selectorText] : [];
    }),
  );
}

/** Style sheets may hold selectors that the document's engine does not know. */
function findSafely(dom: Dom, root: Element, selector: string): Element[] {
  try {
    return dom.findAll(root, selector);
  } catch {
    return [];
  }
}
