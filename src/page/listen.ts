/** The reader's hand on the page: a click on a mark, Enter with the caret in one. */
import { type Dom, domOf } from './dom.ts';
import { isCaretIn, isForControl, isPlainClick, isPlainEnter } from './pointing.ts';

/** What is found at a place of the page. */
export interface Places {
  /** The mention painted at a point of the window. */
  at(x: number, y: number, target: Node): number | undefined;
  /** Where each mention stands in the document. */
  rangesOf(): readonly (readonly StaticRangeInit[])[];
}

/** Calls `chosen` with a mention's index. The page's own links, buttons and fields keep their clicks and keys. */
export function listen(
  window: Window & typeof globalThis,
  places: Places,
  chosen: (index: number, byKey: boolean) => void,
  signal: AbortSignal,
): void {
  const dom = domOf(window);
  const options = { capture: true, signal };
  window.addEventListener(
    'click',
    (event) => choose(mentionClicked(event, window, dom, places), false),
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => choose(mentionEntered(event, window, dom, places), true),
    options,
  );

  function choose(index: number | undefined, byKey: boolean): void {
    if (index !== undefined) chosen(index, byKey);
  }
}

function mentionClicked(event: MouseEvent, window: Window, dom: Dom, places: Places): number | undefined {
  const [target] = event.composedPath();
  if (!isPlainClick(event, window.getSelection()) || !(target instanceof Node)) return undefined;
  if (isForControl(event, dom)) return undefined;
  return places.at(event.clientX, event.clientY, target);
}

function mentionEntered(
  event: KeyboardEvent,
  window: Window & typeof globalThis,
  dom: Dom,
  places: Places,
): number | undefined {
  const selection = window.getSelection();
  if (!selection || !isPlainEnter(event) || isForControl(event, dom)) return undefined;
  const index = places.rangesOf().findIndex((ranges) => isCaretIn(window, selection, ranges));
  return index < 0 ? undefined : index;
}
