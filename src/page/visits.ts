/** What is remembered of the elements that were read, so that only what changed is read again. */
import type { Context } from './context.ts';
import type { Dom } from './dom.ts';
import type { Output } from './page-walk.ts';
import type { Look, Styles } from './styles.ts';
import { type Treatment, treatmentOf } from './treatment.ts';

/** One element as it was when it was read. */
export interface Visit {
  readonly treatment: Treatment;
  readonly look: Look;
  readonly outer: Context;
  /** block-level elements: what was read of them, once it is complete */
  output?: Output;
  /** something in it has changed since */
  isStale: boolean;
}

/** How many hidden elements are watched for being shown. */
const mostHidden = 2000;
/** How many elements are looked at in and beside one whose class has changed. */
const mostLookedAt = 2000;
const mostBeside = 200;

/** The memory of one page. */
export class Visits {
  /** the outermost elements that are hidden */
  readonly hidden = new Set<Element>();
  #visits = new WeakMap<Element, Visit>();
  /** with their classes, on which rules for other elements may hang, or without */
  readonly #suspects = new Map<Element, boolean>();
  readonly #dom: Dom;
  readonly #styles: Styles;

  constructor(dom: Dom, styles: Styles) {
    this.#dom = dom;
    this.#styles = styles;
  }

  of(element: Element): Visit | undefined {
    return this.#visits.get(element);
  }

  remember(element: Element, visit: Visit): void {
    this.#visits.set(element, visit);
    if (visit.treatment !== 'hidden') this.hidden.delete(element);
    else if (this.hidden.size < mostHidden) this.hidden.add(element);
  }

  /** What was read of this node, and of all that it is drawn in, no longer holds. */
  forget(changed: Node): void {
    for (let node: Node | null = changed; node; node = this.#dom.drawnIn(node)) {
      const visit = this.#dom.isElement(node) ? this.#visits.get(node) : undefined;
      if (visit?.isStale) return;
      if (visit) visit.isStale = true;
    }
  }

  forgetAll(): void {
    this.#visits = new WeakMap();
    this.#suspects.clear();
    this.hidden.clear();
  }

  /** Was this node read, so that a change in it matters? */
  isKnown(node: Node): boolean {
    const element = this.#dom.isElement(node) ? node : this.#dom.drawnIn(node);
    if (!element || !this.#dom.isElement(element)) return false;
    const visit = this.#visits.get(element);
    return visit !== undefined && visit.treatment !== 'left out' && visit.treatment !== 'hidden';
  }

  /** An attribute changed that may bear on how the element is read; `settle` will look. */
  suspect(element: Element, isClass: boolean): boolean {
    if (!this.#visits.has(element)) return false;
    this.#suspects.set(element, isClass || this.#suspects.get(element) === true);
    return true;
  }

  /** Looks at suspects and at hidden elements: those that are treated otherwise now are forgotten. */
  settle(): void {
    for (const [element, isClass] of this.#suspects) {
      this.#look(element);
      if (isClass) this.#lookAround(element);
    }
    this.#suspects.clear();
    for (const element of this.hidden) {
      if (this.#dom.isConnected(element)) this.#look(element);
      else this.hidden.delete(element);
    }
  }

  /** A class may show or hide what is in the element (`.open .panel`) and beside it (`.open + .panel`). */
  #lookAround(element: Element): void {
    const parent = this.#dom.parentOf(element);
    const beside = parent ? this.#dom.childrenOf(parent).filter(this.#dom.isElement) : [];
    const inside = this.isKnown(element) ? this.#dom.findAll(element, '*') : [];
    // Reading all of it again costs no more than looking at so many
    if (inside.length > mostLookedAt) this.forgetAll();
    else for (const other of [...beside.slice(0, mostBeside), ...inside]) this.#look(other);
  }

  #look(element: Element): void {
    if (this.#isOtherNow(element)) this.forget(element);
  }

  #isOtherNow(element: Element): boolean {
    const visit = this.#visits.get(element);
    if (!visit || visit.isStale) return false;
    const look = this.#styles.lookAt(element);
    const treatment = treatmentOf(element, look, visit.outer, this.#dom, this.#styles);
    return treatment !== visit.treatment || look.isVisible !== visit.look.isVisible;
  }
}
