/** Long work in short tasks, so that the page's own scripts and its reader get their turn in between. */

/** Longest stretch of work at a time, in milliseconds. */
const stretch = 8;

/** A pause that lets others go first when it is their turn; undefined when it is not yet. */
export function createPace(window: Window & typeof globalThis): () => Promise<void> | undefined {
  const { performance } = window;
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < stretch) return undefined;
    return giveWay(window).then(() => {
      begun = performance.now();
    });
  };
}

function giveWay(window: Window & typeof globalThis): Promise<void> {
  if ('scheduler' in window && 'yield' in window.scheduler) return window.scheduler.yield();
  return new Promise((resolve) => window.setTimeout(resolve));
}

/**
 * Runs something later; the returned function prevents it. A page can clear any timer by its number, ours too, but no task
 * of the scheduler. What fails in there stays in there.
 */
export function after(window: Window & typeof globalThis, delay: number, run: () => void): () => void {
  if (!('scheduler' in window && 'postTask' in window.scheduler)) {
    const timer = window.setTimeout(run, delay);
    return () => window.clearTimeout(timer);
  }
  const controller = new AbortController();
  window.scheduler.postTask(run, { delay, signal: controller.signal }).catch(() => undefined);
  return () => controller.abort();
}
