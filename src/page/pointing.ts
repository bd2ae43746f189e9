/** What a click or the caret points at, and whether the page has a use for it of its own. */
import type { Dom } from './dom.ts';
import { liveRange } from './painter.ts';

const controls = /^(a|area|audio|button|embed|input|label|object|option|select|summary|textarea|video)$/;
const controlRoles =
  /^(button|checkbox|combobox|link|menuitem\w*|option|radio|slider|spinbutton|switch|tab|textbox|treeitem)$/;

/** Does the event belong to a link, a button, a field? Then it is the page's. */
export function isForControl(event: Event, dom: Dom): boolean {
  for (const target of event.composedPath()) {
    if (!(target instanceof Node) || !dom.isElement(target)) continue;
    if (isControl(target, dom)) return true;
  }
  return false;
}

function isControl(element: Element, dom: Dom): boolean {
  const name = dom.nameOf(element);
  if (name === 'a') return dom.hasAttribute(element, 'href');
  if (controls.test(name) || controlRoles.test(dom.attribute(element, 'role') ?? '')) return true;
  const editable = dom.attribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** A plain click of the person, not of a script, and not the end of selecting text. */
export function isPlainClick(event: MouseEvent, selection: Selection | null): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return event.isTrusted && event.button === 0 && !isModified && selection?.isCollapsed !== false;
}

/** Enter, and nothing but Enter. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  return event.isTrusted && event.key === 'Enter' && !isModified && !event.isComposing && !event.repeat;
}

/** Does the caret stand in one of these ranges? */
export function isCaretIn(
  window: Window & typeof globalThis,
  selection: Selection,
  ranges: readonly StaticRangeInit[],
): boolean {
  const { focusNode, focusOffset } = selection;
  return (
    focusNode !== null && ranges.some((range) => holds(liveRange(window, range), focusNode, focusOffset))
  );
}

function holds(range: Range | undefined, node: Node, offset: number): boolean {
  try {
    return range?.isPointInRange(node, offset) ?? false;
  } catch {
    return false; // an offset beyond the node's end: the page has changed under the caret
  }
}
