/** After a card was closed by key: reading and Tab go on from its sentence. */
import type { Dom } from './dom.ts';
import { isCaretIn } from './pointing.ts';

/** What Tab stops at, form fields left out: they are no place to be for an instant. */
const stops = 'a[href], button, summary, [tabindex]';
const told = ['focus', 'focusin', 'blur', 'focusout'] as const;

/** Puts the caret before the mention, unless the reader has it in there, or has selected something. */
export function standAt(
  window: Window & typeof globalThis,
  ranges: readonly StaticRangeInit[],
  dom: Dom,
): void {
  const selection = window.getSelection();
  const [range] = ranges;
  if (!selection || !range || (selection.rangeCount > 0 && !selection.isCollapsed)) return;
  tabFrom(window, range.startContainer, dom);
  if (!isCaretIn(window, selection, ranges)) selection.collapse(range.startContainer, range.startOffset);
}

/**
 * Firefox tabs on from the caret. Chromium does so from what had the focus last: that is the last stop before the mention for an
 * instant, of which the page is not told.
 */
function tabFrom(window: Window & typeof globalThis, place: Node, dom: Dom): void {
  const root = dom.documentElementOf(window.document);
  const before = root
    ? dom
        .findAll(root, stops)
        .findLast(
          (stop) =>
            stop instanceof HTMLElement &&
            stop.tabIndex >= 0 &&
            stop.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING &&
            stop.checkVisibility({ visibilityProperty: true }),
        )
    : undefined;
  if (!(before instanceof HTMLElement)) return;
  const hush = (event: Event) => event.stopImmediatePropagation();
  for (const type of told) window.addEventListener(type, hush, { capture: true });
  before.focus({ preventScroll: true });
  before.blur();
  for (const type of told) window.removeEventListener(type, hush, { capture: true });
}
