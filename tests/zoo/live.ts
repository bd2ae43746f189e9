/**
 * Runs in every page of the zoo: takes it from state to state by the page's own code, and notes after each what stands in the
 * document, what changed it, and what is marked.
 */
import { drawnText, markedText, treeLines, trees } from './look.ts';
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
  /** how many claims are drawn, and whether all of them came to be marked */
  readonly claims: number;
  readonly isMarked: boolean;
}

/** What tests find in a page of the zoo. */
export interface Zoo {
  /** Takes all steps that are left; with `isRead`, waits after each until the claims are marked. */
  run(isRead: boolean): Promise<readonly State[]>;
}

/** Longest wait for marks, in milliseconds. */
const patience = 3000;

/** Begins a page: takes the first step now, the others when told. */
export function live(steps: Readonly<Record<string, Step>>): void {
  const watch = watchChanges();
  const [first, ...others] = Object.entries(steps);
  if (!first) return;
  const begun = take(first[1]);
  const zoo: Zoo = {
    run: async (isRead) => {
      await begun;
      const states = [await look(first[0], isRead)];
      for (const [name, step] of others) {
        watch.rest();
        await take(step);
        states.push(await look(name, isRead));
      }
      return states;
    },
  };
  Object.assign(window, { zoo });

  async function take(step: Step): Promise<void> {
    await step();
    // What frameworks put off to the next frame is theirs too
    await frame();
    await frame();
    watch.settle();
  }

  async function look(step: string, isRead: boolean): Promise<State> {
    const isMarked = isRead && (await until(isAllMarked, patience));
    return {
      step,
      tree: treeLines(),
      text: drawnText(),
      claims: count(drawnText()).reduce((sum, one) => sum + one, 0),
      isMarked,
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
