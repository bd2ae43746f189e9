/** The reader at work in a window, and what it found as plain data: runs in jsdom, and bundled in a browser. */
import type { PageText } from '../../src/matching/page-text.ts';
import type { PageWindow } from '../../src/page/dom.ts';
import type { PageReading } from '../../src/page/read-page.ts';

/** A page's text, and for each block what stands in the document where the reader says that it stands. */
export interface Found {
  readonly page: PageText;
  readonly inDocument: readonly string[];
}

/** Follows each block back to its text nodes. */
export function followBack(window: PageWindow & { Range: typeof Range }, reading: PageReading): Found {
  const inDocument = reading.page.blocks.map(({ start, text }) =>
    reading
      .rangesOf({ start, end: start + text.length })
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new window.Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      })
      .join(''),
  );
  return { page: reading.page, inDocument };
}
