/** What a reader of a page does with LDN Lens, in terms of any browser: see the highlights, point at one, read the card. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Point, View } from './browsers.ts';

/** A painted range: which style it has and the words it covers, in the order of the page. */
export interface Highlighted {
  readonly name: string;
  readonly text: string;
}

/** Reads back from the browser's own registry what is highlighted. */
export function highlights(page: View): Promise<Highlighted[]> {
  return page.evaluate(() => {
    const painted = [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return { name, live };
      }),
    );
    painted.sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live));
    return painted.map(({ name, live }) => ({ name, text: live.toString() }));
  });
}

/** The words of each highlight, with white space as it is drawn. */
export async function highlightedTexts(page: View): Promise<string[]> {
  return (await highlights(page)).map(({ text }) => text.replace(/\s+/g, ' '));
}

/** Scrolls to some words of the page, and says where the beginning of them now is. */
export async function placeOf(page: View, words: string): Promise<Point> {
  const place = await page.evaluate(async (wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    let start = texts
      .map(({ data }) => data)
      .join('')
      .indexOf(wanted);
    const text =
      start < 0
        ? undefined
        : texts.find(({ data }) => {
            start -= data.length;
            return start < 0;
          });
    if (!text) return undefined;
    const range = new Range();
    range.setStart(text, start + text.length);
    range.setEnd(text, Math.min(text.length, start + text.length + wanted.length));
    text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    const line = [...range.getClientRects()].find(({ width }) => width > 0);
    return line && { x: line.x + Math.min(line.width, 40) / 2, y: line.y + line.height / 2 };
  }, words);
  if (!place) throw new Error(`the page does not say "${words}"`);
  return place;
}

/** Clicks the first element that a selector finds, with the mouse, where it is. */
export async function clickOn(view: View, selector: string, words = ''): Promise<void> {
  const place = await view.evaluate(
    async (wanted, text) => {
      const found = [...document.querySelectorAll(wanted)].find((one) => one.textContent?.includes(text));
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = found?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
    words,
  );
  if (!place) throw new Error(`nothing here is ${selector} with the words "${words}"`);
  await view.click(place);
}

/** The words in the open card; `undefined` where none is open. */
export function cardText(page: Page): Promise<string | undefined> {
  return page.inCard((card) =>
    [...card.children]
      .filter((child) => child instanceof HTMLElement)
      // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn can be read
      .map((child) => child.innerText)
      .join('\n'),
  );
}

/** Asks again until there is an answer; `undefined` after `patience` milliseconds without one. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  patience: number,
): Promise<T | undefined> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || Date.now() > until) return answer;
    await pause(100);
  }
}
