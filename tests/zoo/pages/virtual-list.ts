/** A virtualised list: few rows, used again and again for what is scrolled into view. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { live, until } from '../live.ts';
import { claims } from '../words.ts';

const rowHeight = 40;
const sentences = Object.values(claims);
let texts = Array.from({ length: 1000 }, (_, at) => `Row ${at}. ${sentences[at % sentences.length]}.`);
const box = document.createElement('div');
const inside = document.createElement('div');
const rows: HTMLElement[] = [];
box.style.cssText = 'height: 200px; overflow: auto; position: relative';
box.append(inside);

const list: Virtualizer<HTMLElement, HTMLElement> = new Virtualizer<HTMLElement, HTMLElement>({
  count: texts.length,
  getScrollElement: () => box,
  estimateSize: () => rowHeight,
  overscan: 1,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: draw,
});

/** Rows are never made anew while there are enough: each shows another text. */
function draw(): void {
  inside.style.height = `${list.getTotalSize()}px`;
  const drawn = list.getVirtualItems();
  while (rows.length < drawn.length) rows.push(newRow());
  for (const row of rows.splice(drawn.length)) row.remove();
  drawn.forEach(({ index, start }, at) => {
    const row = rows[at];
    if (!row) return;
    row.style.top = `${start}px`;
    const text = texts[index] ?? '';
    if (!(row.firstChild instanceof Text)) row.append(text);
    else if (row.firstChild.data !== text) row.firstChild.data = text;
    if (!row.isConnected) inside.append(row);
  });
}

function newRow(): HTMLElement {
  const row = document.createElement('p');
  row.style.cssText = `position: absolute; margin: 0; height: ${rowHeight}px`;
  return row;
}

const shows = (index: number) => () =>
  rows.some(({ textContent }) => textContent?.startsWith(`Row ${index}.`));
const scrollTo = (index: number) => async () => {
  list.scrollToIndex(index, { align: 'start' });
  await until(shows(index), 5000);
};
const put = (next: readonly string[]) => () => {
  texts = [...next];
  list.setOptions({ ...list.options, count: texts.length });
  list._willUpdate();
  draw();
};

live({
  'first rows': async () => {
    document.querySelector('#app')?.append(box);
    list._didMount();
    list._willUpdate();
    await until(shows(0), 5000);
  },
  'one row further': scrollTo(1),
  'a page further': scrollTo(6),
  'far down': scrollTo(500),
  'the end': scrollTo(999),
  'up again': scrollTo(300),
  'the beginning': scrollTo(0),
  'a row is put in': () => put([`Row new. ${claims.cancer}.`, ...texts])(),
  'a row is taken out': () => put(texts.slice(1))(),
  'rows are put in another order': () => put([...texts].reverse())(),
  'few rows are left': () => put(texts.slice(0, 2))(),
  'all rows are back': () => put([...texts, ...texts, ...texts])(),
});
