/** Long work in short tasks, so that the page's own scripts and its reader get their turn in between. */

/** Longest stretch of work at a time, in milliseconds. */
const stretch = 8;

/** The pace of one piece of work. */
export interface Pace {
  /** Lets others go first when it is their turn; undefined when it is not yet. */
  readonly pause: () => Promise<void> | undefined;
  /** How long we have worked so far, pauses left out. */
  readonly worked: () => number;
}

/** Begins a piece of work. */
export function createPace(window: Window & typeof globalThis): Pace {
  const { performance } = window;
  let begun = performance.now();
  let before = 0;
  return {
    worked: () => before + performance.now() - begun,
    pause: () => {
      const now = performance.now();
      if (now - begun < stretch) return undefined;
      before += now - begun;
      return giveWay(window).then(() => {
        begun = performance.now();
      });
    },
  };
}

/** Takes all steps of a piece of work, pausing in between. */
export async function finish<Result>(
  steps: Generator<undefined, Result>,
  pause: () => Promise<void> | undefined,
): Promise<Result> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const others = pause();
    if (others) await others;
  }
  return step.value;
}

/** At the end of the line: what yields by `scheduler.yield` comes before all timers of the page. */
function giveWay(window: Window & typeof globalThis): Promise<void> {
  return new Promise((resolve) => after(window, 0, resolve));
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
