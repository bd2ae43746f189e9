/** `document.open()` takes every listener off a page, ours too, and goes on with the same window. */
import type { Dom } from './dom.ts';

/** Attaches listeners now; the returned function attaches them anew if the document was opened again since. */
export function holdOn(
  document: Document,
  dom: Dom,
  attach: (signal: AbortSignal) => void,
  signal: AbortSignal,
): () => void {
  let attached = new AbortController();
  let root: Element | null = null;

  function check(): void {
    const now = dom.documentElementOf(document);
    if (signal.aborted || now === root) return;
    root = now;
    // Where the root was exchanged in another way they are still there, and would else be there twice
    attached.abort();
    attached = new AbortController();
    attach(AbortSignal.any([signal, attached.signal]));
  }

  check();
  return check;
}
