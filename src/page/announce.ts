/** One polite sentence for screen readers when a page has been read; nothing is added to the page for it. */

/**
 * Says how many claims were found, where the browser lets a script say something without an element to say it in. Once a page: frames
 * keep quiet. Elsewhere the toolbar button's name and the popup say it: a live region of our own would be an element in the page.
 */
export function announce(window: Window & typeof globalThis, count: number): void {
  const document: Document & { ariaNotify?: (text: string) => void } = window.document;
  if (!count || window.top !== window || typeof document.ariaNotify !== 'function') return;
  document.ariaNotify(
    count === 1
      ? 'LDN Lens found one claim about low-dose naltrexone on this page.'
      : `LDN Lens found ${count} claims about low-dose naltrexone on this page.`,
  );
}
