/**
 * What is to go when our scripts are ended without a word. Firefox does that to all content scripts of an extension that is
 * switched off, removed or updated: nothing of ours runs from then on, and no event tells. So marks and card are put into
 * the hands of the page's own timer, as functions of the browser bound to them, and taken out again as long as we live.
 */

/** How long after our last sign of life it is carried out, in milliseconds: several times the pulse of `session.ts`. */
const patience = 4000;

/** The page's own functions, past all wrappers. Only Firefox lets us have them; other browsers let us tidy up ourselves. */
interface PageRealm {
  readonly Array: typeof Array;
  readonly Function: typeof Function;
  readonly Element: typeof Element;
  readonly CSS: typeof CSS;
  readonly HighlightRegistry: typeof HighlightRegistry;
  setTimeout(run: () => void, delay: number): number;
  clearTimeout(timer: number): void;
}

export interface LastWill {
  /** We live: from now on it is about these highlights and this element. */
  renew(names: readonly string[], host: Element | undefined): void;
  /** Nothing is left behind. */
  revoke(): void;
}

/** Nothing is willed yet. */
export function createLastWill(window: Window): LastWill {
  const realm = realmOf(window);
  let timers: readonly number[] = [];

  function revoke(): void {
    for (const timer of timers) realm?.clearTimeout(timer);
    timers = [];
  }

  function renew(names: readonly string[], host: Element | undefined): void {
    if (!realm) return;
    try {
      revoke();
      timers = bequests(realm, names, host).map((run) => realm.setTimeout(run, patience));
    } catch {
      // The page has changed these functions: then what we leave behind stays until it is loaded again
    }
  }

  return { renew, revoke };
}

/** Functions of the page's realm, which outlive ours. */
function bequests(realm: PageRealm, names: readonly string[], host: Element | undefined): (() => void)[] {
  const bind = (run: unknown, self: object, ...rest: readonly unknown[]): (() => void) =>
    Reflect.apply(realm.Function.prototype.bind, run as () => void, [ownOf(self), ...rest]);
  const all: (() => void)[] = [];
  if (host) all.push(bind(realm.Element.prototype.remove, host));
  if (names.length) {
    const drop = bind(realm.HighlightRegistry.prototype.delete, realm.CSS.highlights);
    all.push(bind(realm.Array.prototype.forEach, realm.Array.of(...names), drop));
  }
  return all;
}

function realmOf(window: Window): PageRealm | undefined {
  return Reflect.get(window, 'wrappedJSObject') as PageRealm | undefined;
}

function ownOf(object: object): unknown {
  return Reflect.get(object, 'wrappedJSObject') ?? object;
}
