/**
 * The card stays where it was opened, and within reach, whatever the page does: its scripts may take our element off, hide or
 * disable it, open a dialog that makes all else inert, or lay something over it.
 */

/** A page that meddles more often than this with one card has won; the claims are still in the popup. */
const mostRepairs = 100;

/** The card's element in the page, and the dialog in its shadow tree. */
export interface Standing {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly panel: HTMLDialogElement;
}

/**
 * Brings the card up and keeps it up until the signal ends; `lost` is called where that is in vain. Not every change tells of
 * itself: the returned function looks whether the card is within reach, and is to be called from time to time.
 */
export function standFast(standing: Standing, lost: () => void, signal: AbortSignal): () => void {
  const { host, root, panel } = standing;
  const { ownerDocument } = host;
  let repairs = 0;
  let isHopeless = false;
  const observer = new MutationObserver(repair);
  ownerDocument.documentElement.append(host);
  observe();
  rise(standing);
  // The page's own dialogs and popovers come to the front by this
  window.addEventListener('toggle', ({ target }) => target !== host && look(), { capture: true, signal });
  panel.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  return look;

  function observe(): void {
    observer.observe(host, { attributes: true });
    observer.observe(ownerDocument.documentElement, { childList: true });
  }

  function repair(): void {
    if (signal.aborted || isWhole(host)) return;
    repairs += 1;
    if (repairs > mostRepairs) {
      lost();
      return;
    }
    restore(host);
    rise(standing);
    observe();
    // what restoring changed is no news
    observer.takeRecords();
  }

  /** Hidden by its own method, covered, or inert: nothing of that is a change of the document. */
  function look(): void {
    repair();
    if (signal.aborted || ownerDocument.hidden || isReachable(standing)) {
      isHopeless = false;
      return;
    }
    if (isHopeless) return;
    keepFocus(root, () => {
      rise(standing);
      if (!isReachable(standing)) riseAboveDialogs(standing);
    });
    // Trying again and again would only flicker
    isHopeless = !isReachable(standing);
  }
}

/** Where we put it, with no attribute but the one that we gave it. */
function isWhole(host: HTMLElement): boolean {
  return isInPlace(host) && host.popover === 'manual' && host.getAttributeNames().length === 1;
}

function restore(host: HTMLElement): void {
  if (!isInPlace(host)) host.ownerDocument.documentElement.append(host);
  for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
  host.popover = 'manual';
}

function isInPlace(host: HTMLElement): boolean {
  return host.parentNode === host.ownerDocument.documentElement;
}

/** To the front of the top layer. */
function rise({ host, panel }: Standing): void {
  if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
  if (!panel.matches(':modal')) return;
  panel.close();
  panel.showModal();
}

/** A page's modal dialog makes all else inert, but for a modal dialog that was opened later. */
function riseAboveDialogs({ panel }: Standing): void {
  panel.close();
  panel.showModal();
}

function keepFocus(root: ShadowRoot, act: () => void): void {
  const before = root.activeElement;
  act();
  if (before instanceof HTMLElement && root.activeElement !== before) before.focus({ preventScroll: true });
}

/** Would a click on the card meet the card? Asked of its middle and of two corners, as far as they are in view. */
function isReachable({ host, panel }: Standing): boolean {
  const { left, right, top, bottom } = panel.getBoundingClientRect();
  const inset = 16;
  const places: readonly (readonly [x: number, y: number])[] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, bottom - inset],
  ];
  return places
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    .every(([x, y]) => host.ownerDocument.elementFromPoint(x, y) === host);
}
