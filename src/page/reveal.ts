/** Brings the reader to a mention. Only on the reader's command: it may open what the page has folded. */
import type { Dom } from './dom.ts';

/** Opens closed `details` and panels that may be found, and scrolls the text to the middle of the window. */
export function reveal(node: Node, dom: Dom): void {
  for (let outer: Node | null = node; outer; outer = dom.drawnIn(outer)) {
    if (!dom.isElement(outer)) continue;
    if (outer instanceof HTMLDetailsElement) outer.open = true;
    else if (dom.attribute(outer, 'hidden')?.toLowerCase() === 'until-found') outer.removeAttribute('hidden');
  }
  const element = dom.isElement(node) ? node : dom.drawnIn(node);
  if (element && dom.isElement(element)) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
}
