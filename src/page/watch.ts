/** Tells when a page has changed and come to rest, whatever changed it. */
import { after } from './pace.ts';
import { attributesRead, type PageReader } from './read-page.ts';

/** Rest after the last change, and the longest wait while changes go on; in milliseconds. */
const rest = 60;
const longest = 1000;
/**
 * Reading may cost this much at once; what goes beyond is waited for until it has faded, to a third in each `fading`. A page that
 * changes once is read at once, one that never rests gets a tenth of the time.
 */
const allowance = 1000;
const fading = 10_000;
/** More changes than this between two readings are not looked at one by one. */
const flood = 20_000;

/** Watches one page. */
export interface Watch {
  /** Watches all that the reader has found by now; `cost` is what reading took, in milliseconds. */
  follow(cost: number): void;
  /** Changes the page without reporting it. */
  quietly(change: () => void): void;
}

/** Whom a watch tells. */
export interface Watcher {
  /** called at each change of the page, before anything is drawn */
  readonly changed: () => void;
  /** called when the page has come to rest after a change that may matter to its reader */
  readonly rested: () => void;
}

/** Watches a page from now until `signal`: what changes while it is read for the first time counts, too. */
export function watchPage(
  window: Window & typeof globalThis,
  reader: PageReader,
  { changed, rested }: Watcher,
  signal: AbortSignal,
): Watch {
  const { performance } = window;
  const mutations = new window.MutationObserver(take);
  const boxes = new window.ResizeObserver(takeBoxes);
  const measured = new Set<Element>();
  let cancel = () => {};
  let isWaiting = false;
  let due = 0;
  let firstChange: number | undefined;
  let readAt = 0;
  let spent = 0;
  let taken = 0;

  signal.addEventListener('abort', () => {
    mutations.disconnect();
    boxes.disconnect();
    cancel();
  });

  function take(records: readonly MutationRecord[]): void {
    if (!records.length) return;
    taken += records.length;
    if (taken > flood) {
      mutations.disconnect();
      schedule();
    } else if (reader.note(records)) schedule();
    changed();
  }

  /** A hidden element has no box: one that gets a box is shown, whatever did it. */
  function takeBoxes(entries: readonly ResizeObserverEntry[]): void {
    const known = entries.filter(({ target }) => measured.has(target));
    for (const { target } of entries) measured.add(target);
    if (known.length) schedule();
  }

  function schedule(): void {
    const now = performance.now();
    firstChange ??= now;
    const afford = spent > allowance ? readAt + fading * Math.log(spent / allowance) : 0;
    due = Math.max(Math.min(now + rest, firstChange + longest), afford);
    if (!isWaiting) wait(due - now);
  }

  /** Changes move `due`; the one task that waits looks again when it wakes. */
  function wait(delay: number): void {
    isWaiting = true;
    cancel = after(window, delay, () => {
      isWaiting = false;
      const left = due - performance.now();
      if (left > 1) wait(left);
      else ready();
    });
  }

  function ready(): void {
    firstChange = undefined;
    if (taken > flood) reader.forgetAll();
    taken = 0;
    observe();
    rested();
  }

  function observe(): void {
    for (const tree of reader.trees()) {
      mutations.observe(tree, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: [...attributesRead],
      });
    }
  }

  function follow(cost: number): void {
    const now = performance.now();
    spent = spent * Math.exp((readAt - now) / fading) + cost;
    readAt = now;
    observe();
    for (const element of measured) {
      if (reader.hidden.has(element)) continue;
      boxes.unobserve(element);
      measured.delete(element);
    }
    // Asking again for an observed element would report its box anew
    for (const element of reader.hidden) if (!measured.has(element)) boxes.observe(element);
  }

  observe();
  return {
    follow,
    quietly: (change) => {
      take(mutations.takeRecords());
      change();
      reader.note(mutations.takeRecords());
    },
  };
}
