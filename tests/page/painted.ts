/** What is highlighted, in the document and in shadow trees, and where. */
import type { Point, View } from '../extension/browsers.ts';

/** The words of all highlights, in whatever tree they stand. */
export function painted(page: View): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
    ),
  );
}

/** The middle of some words of a highlight, in the window. */
export async function placeInHighlight(page: View, words: string): Promise<Point> {
  const place = await page.evaluate((wanted) => {
    for (const highlight of CSS.highlights.values()) {
      for (const { startContainer, endContainer } of highlight) {
        const root = startContainer.getRootNode();
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        walker.currentNode = startContainer;
        for (let node: Node | null = startContainer; node instanceof Text; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at >= 0) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          if (node === endContainer) break;
        }
      }
    }
    return undefined;
  }, words);
  if (!place) throw new Error(`no highlight says "${words}"`);
  return place;
}
