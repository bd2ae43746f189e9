/**
 * Runs in every page of the zoo: takes it from state to state by the page's own code, and notes after each what stands in the
 * document, what changed it, and what is marked.
 */
import { allText, countElements, drawnText, markedText, treeLines, trees } from './look.ts';
import { markPlainly } from './plain-marks.ts';
import { claims } from './words.ts';

/** Changes the page; done when the page shows it. */
export type Step = () => void | Promise<void>;

/** What was to be seen after one step. */
export interface State {
  readonly step: string;
  /** the document with all attributes and open shadow trees, a line a node */
  readonly tree: readonly string[];
  readonly text: string;
  /** the kinds of changes that the step made */
  readonly changes: readonly string[];
  /** changes that came when the page was at rest */
  readonly strange: readonly string[];
  /** how many claims are drawn, and whether all of them came to be marked; undefined where that was not awaited */
  readonly claims: number;
  readonly isMarked: boolean | undefined;
  /** how many elements of ours stand in the page */
  readonly elements: number;
}

/** Who marks the page: nobody, LDN Lens by highlights, LDN Lens by elements, or mark.js by itself. */
export type Marking = 'none' | 'highlights' | 'elements' | 'plain';

/** What tests find in a page of the zoo. */
export interface Zoo {
  /** Takes all steps that are left; after each, the page is marked, or is awaited to be. */
  run(marking: Marking): Promise<readonly State[]>;
}

/** Longest wait for marks, and for a step that never ends because the page has broken; in milliseconds. */
const patience = 3000;

/** Begins a page: takes the first step now, and as many more as its address says (`#3`); the others when told. */
export function live(steps: Readonly<Record<string, Step>>): void {
  const watch = watchChanges();
  const all = Object.entries(steps);
  const ahead = Number(location.hash.slice(1)) + 1;
  const begun = takeAhead();
  const zoo: Zoo = {
    run: async (marking) => {
      await begun;
      const states = [await look(all[ahead - 1]?.[0] ?? '', marking)];
      for (const [at, [name, step]] of all.slice(ahead).entries()) {
        watch.rest();
        await take(step);
        // Elements that have given way come no more: highlights are another test's matter, but for the end
        const isOver = marking === 'elements' && !countElements() && at + 1 < all.length - ahead;
        states.push(await look(name, isOver ? 'none' : marking));
      }
      return states;
    },
  };
  Object.assign(window, { zoo });

  async function takeAhead(): Promise<void> {
    for (const [, step] of all.slice(0, ahead - 1)) await step();
    await take(all[ahead - 1]?.[1] ?? (() => undefined));
  }

  async function take(step: Step): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, patience, 'late'));
    try {
      if ((await Promise.race([step(), late])) === 'late') console.error('a step did not end');
    } catch (error) {
      reportError(error);
    }
    // What frameworks put off to the next frame is theirs too
    await frame();
    await frame();
    watch.settle();
  }

  async function look(step: string, marking: Marking): Promise<State> {
    if (marking === 'plain') markPlainly();
    const isAwaited = marking === 'highlights' || marking === 'elements';
    const isMarked = isAwaited ? await until(isAllMarked, patience) : undefined;
    return {
      step,
      tree: treeLines(),
      text: allText(),
      claims: count(drawnText()).reduce((sum, one) => sum + one, 0),
      isMarked,
      elements: countElements(),
      ...watch.told(),
    };
  }
}

/** Waits for a state of the page. */
export async function until(isSo: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await frame();
  }
  return true;
}

function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

function isAllMarked(): boolean {
  return count(markedText()).join() === count(drawnText()).join();
}

/** How often each claim occurs. */
function count(text: string): number[] {
  const words = text.replace(/\s+/g, ' ');
  return Object.values(claims).map((claim) => words.split(claim).length - 1);
}

/** Sorts changes into those of a step and those that came at rest. */
function watchChanges() {
  const observer = new MutationObserver(keep);
  let changes: string[] = [];
  let strange: string[] = [];
  let isResting = false;
  observe();

  function keep(records: readonly MutationRecord[]): void {
    (isResting ? strange : changes).push(...records.map(inWords));
  }

  function observe(): void {
    for (const tree of trees()) {
      observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
    }
  }

  return {
    /** A step begins. */
    rest: () => {
      keep(observer.takeRecords());
      isResting = false;
      changes = [];
      strange = [];
    },
    /** A step is done. */
    settle: () => {
      keep(observer.takeRecords());
      isResting = true;
      observe();
    },
    told: () => {
      keep(observer.takeRecords());
      return { changes: [...new Set(changes)], strange };
    },
  };
}

function inWords({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  const names = (nodes: NodeList) => [...nodes].map(({ nodeName }) => nodeName).join(' ');
  return `${type} ${attributeName ?? ''} at ${target.nodeName}: +${names(addedNodes)} -${names(removedNodes)}`;
}
