/**
 * A text node of the page that was split for marks, and the way back. Frameworks hold on to their text nodes: they write into
 * them, move them, take them out. So the node stays where it was, and what the page has done with it since is respected.
 */
import type { Dom } from './dom.ts';

/** A text node of the page, followed by what was split off from it. */
export interface SplitText {
  /** Takes note of a mark just made of this node's last words. */
  add(mark: HTMLElement): void;
  /** Does it stand in the page as it was left? */
  isWhole(): boolean;
  /** Puts the node together again; or what is left of it, where the page has written, moved or split it. */
  join(): void;
}

/** Begins with a text node of which the first mark has just been made. */
export function splitText(window: Window & typeof globalThis, dom: Dom, text: Text): SplitText {
  /** Empty, so a page that normalizes takes it out: that tells this from a page that takes out the text. */
  const seal = window.document.createTextNode('');
  /** Behind the seal: a mark, the words behind it, the next mark ... */
  let pieces: readonly { readonly node: HTMLElement | Text; readonly words: string }[] = [];
  let left = '';
  const written = new Set<Node>();
  const writes = new window.MutationObserver(noteWrites);

  function add(mark: HTMLElement): void {
    const rest = mark.nextSibling;
    text.after(seal);
    const added = rest instanceof window.Text ? [mark, rest] : [mark];
    pieces = [...added.map((node) => ({ node, words: dom.textOf(node) })), ...pieces];
    left = dom.dataOf(text);
    // What was reported so far is our own doing
    writes.disconnect();
    for (const node of [text, ...pieces.map(({ node }) => node)]) {
      writes.observe(node, { characterData: true, subtree: true });
    }
  }

  function noteWrites(records: readonly MutationRecord[]): void {
    for (const { target } of records) written.add(target);
  }

  /** The page may write what stands there already: nothing, into a node whose words are all in marks. */
  function isRewritten(): boolean {
    noteWrites(writes.takeRecords());
    return written.size === 1 && written.has(text);
  }

  function isWhole(): boolean {
    let at: Node | null = dom.isConnected(text) && dom.dataOf(text) === left && !isRewritten() ? text : null;
    for (const next of [seal, ...pieces.map(({ node }) => node)]) {
      at = at && dom.nextSibling(at) === next ? next : null;
    }
    return at !== null && hasOwnWords();
  }

  function hasOwnWords(): boolean {
    return pieces.every(
      ({ node, words }) => dom.textOf(node) === words && (dom.isText(node) || !node.childElementCount),
    );
  }

  function join(): void {
    const isNormalized = !dom.parentOf(seal) && pieces.some(({ node }) => dom.parentOf(node));
    if (isNormalized || !hasOwnWords()) unwrapAll();
    else putBack();
    seal.remove();
    writes.disconnect();
  }

  /** The page has worked on the pieces: they stay where they are, without the marks. */
  function unwrapAll(): void {
    for (const { node } of pieces) if (!dom.isText(node)) unwrap(node);
  }

  /** What the page has written is all that it wants to stand here: then the pieces only go. */
  function putBack(): void {
    const { held, last } = whatIsHeld();
    if (held === left && !(last === text && isRewritten()))
      last.appendData(pieces.map(({ words }) => words).join(''));
    for (const { node } of pieces) node.remove();
  }

  /** The page may have split the node further: then its words stand in all nodes up to the seal. */
  function whatIsHeld(): { held: string; last: Text } {
    let held = dom.dataOf(text);
    let last = text;
    for (let next = dom.nextSibling(text); next !== seal; next = dom.nextSibling(next)) {
      if (!next || !dom.isText(next)) return { held: dom.dataOf(text), last: text };
      held += dom.dataOf(next);
      last = next;
    }
    return { held, last };
  }

  return { add, isWhole, join };
}

/** Takes a mark off, and joins its words with those around it. */
export function unwrap(mark: HTMLElement): void {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent?.normalize();
}
