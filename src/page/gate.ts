/**
 * The question asked of every page: does it speak of naltrexone at all? Nothing else runs where it does not, so this must
 * cost next to nothing: one look at the text, and one more when the page rests after a change.
 */
import { type Dom, domOf } from './dom.ts';
import { after } from './pace.ts';

/** "Naltrexone" in the European languages, or the abbreviation. */
const names = /naltrexon|\bldn\b/i;
/** Their text is no reader's. */
const unread = /^(script|style|noscript|template|textarea)$/;

/** How long a page is left alone after a change: in milliseconds, and as a multiple of what the last look cost. */
const rest = 150;
const patience = 40;
/** Components may draw themselves into shadow trees some time after the page has loaded, and nothing reports it. */
const settling = 1500;

/** Calls `opened` once, as soon as the page speaks of LDN. */
export function watchGate(window: Window & typeof globalThis, opened: () => void, signal: AbortSignal): void {
  const dom = domOf(window);
  const { document, performance } = window;
  if (dom.isForeign(document)) return;
  const shadows = new Set<ShadowRoot>();
  let cost = 0;
  let cancel = () => {};
  // One change is enough to know of until the next look: a page may make a hundred thousand in a second
  const observer = new window.MutationObserver(() => {
    observer.disconnect();
    lookIn(rest);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancel();
  });
  if (speaks(dom, dom.bodyOf(document))) {
    opened();
    return;
  }
  observe();
  lookIn(settling);

  function lookIn(wait: number): void {
    cancel();
    cancel = after(window, Math.max(wait, cost * patience), look);
  }

  function look(): void {
    const begun = performance.now();
    for (const shadow of dom.openShadows(document)) shadows.add(shadow);
    const isOpen = [dom.bodyOf(document), ...shadows].some((root) => speaks(dom, root));
    cost = performance.now() - begun;
    if (isOpen) opened();
    else observe();
  }

  function observe(): void {
    for (const root of [document, ...shadows]) {
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
  }
}

/** Looks at all text at once; only where the name occurs, at who would read it. */
function speaks(dom: Dom, root: Node | null): boolean {
  if (!root || !names.test(withoutSoftHyphens(dom.textOf(root)))) return false;
  return dom.someText(root, (text) => {
    if (!names.test(withoutSoftHyphens(dom.dataOf(text)))) return false;
    const parent = dom.parentOf(text);
    return parent === null || !dom.isElement(parent) || !unread.test(dom.nameOf(parent));
  });
}

function withoutSoftHyphens(text: string): string {
  return text.includes('\u00AD') ? text.replaceAll('\u00AD', '') : text;
}
