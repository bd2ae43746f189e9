/** Reads an underline off a picture of the page, as an eye does: what is drawn below the letters, and in what shape. */
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../extension/browsers.ts';
import { contrast, luminance, type Pixel, seen, type Vision } from './vision.ts';

export type Shape = 'solid' | 'double' | 'dashed' | 'dotted' | 'none';
/** Rows of pixels, from the letters' base line downwards. */
export type Strip = readonly (readonly Pixel[])[];

/** What stands below some words of each of these elements; `depth` is how far below the line box to look, in pixels. */
export async function stripsBelow(
  page: Page,
  selector: string,
  words: string,
  depth: number,
): Promise<readonly Strip[]> {
  const path = join(tmpdir(), `lens-${process.pid}-${Math.random()}.png`);
  await page.screenshot(path);
  const picture = (await readFile(path)).toString('base64');
  await rm(path);
  return await page.evaluate(cutStrips, picture, selector, words, depth);
}

/** Travels into the page. */
async function cutStrips(picture: string, selector: string, words: string, depth: number): Promise<Strip[]> {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const scale = bitmap.width / innerWidth;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!canvas) throw new Error('no canvas');
  canvas.drawImage(bitmap, 0, 0);
  return [...document.querySelectorAll(selector)].map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode() as Text | null;
    while (node && !node.data.includes(words)) node = walker.nextNode() as Text | null;
    if (!node) throw new Error(`"${words}" does not stand in ${element.outerHTML}`);
    const range = new Range();
    range.setStart(node, node.data.indexOf(words));
    range.setEnd(node, node.data.indexOf(words) + words.length);
    const box = range.getBoundingClientRect();
    const { fontSize, fontFamily } = getComputedStyle(node.parentElement ?? element);
    canvas.font = `${fontSize} ${fontFamily}`;
    const { fontBoundingBoxDescent } = canvas.measureText(words);
    const bottom = Math.round((box.bottom + depth) * scale);
    const top = Math.round((box.bottom - fontBoundingBoxDescent) * scale);
    const left = Math.ceil(box.left * scale) + 2;
    const width = Math.floor(box.width * scale) - 4;
    const height = bottom - top;
    const { data } = canvas.getImageData(left, top, width, height);
    return Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => {
        const at = (y * width + x) * 4;
        return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0] as const;
      }),
    );
  });
}

/** What such eyes see there: a shape, and how strongly it stands out from its ground. */
export function look(strip: Strip, vision: Vision): { readonly shape: Shape; readonly contrast: number } {
  const pixels = strip.map((row) => row.map((pixel) => seen(pixel, vision)));
  const all = pixels.flat().sort((a, b) => luminance(a) - luminance(b));
  const ground = groundOf(pixels);
  const [darkest = ground, lightest = ground] = [all[0], all.at(-1)];
  const strongest = Math.max(contrast(darkest, ground), contrast(lightest, ground));
  if (strongest < 1.2) return { shape: 'none', contrast: strongest };
  const least = 1 + (strongest - 1) * 0.45;
  const rows = pixels.map((row) => row.map((pixel) => contrast(pixel, ground) >= least));
  return { shape: shapeOf(rows), contrast: strongest };
}

/** The last row is below every line: its middle value. */
function groundOf(pixels: readonly (readonly Pixel[])[]): Pixel {
  const last = [...(pixels.at(-1) ?? [])].sort((a, b) => luminance(a) - luminance(b));
  return last[Math.floor(last.length / 2)] ?? [0, 0, 0];
}

function shapeOf(rows: readonly (readonly boolean[])[]): Shape {
  const inked = rows.map((row) => row.filter(Boolean).length / row.length);
  const lines: number[] = [];
  for (const [y, share] of inked.entries()) {
    if (share < 0.25) continue;
    if ((inked[y - 1] ?? 0) < 0.25) lines.push(share);
    else lines[lines.length - 1] = Math.max(lines.at(-1) ?? 0, share);
  }
  if (!lines.length) return 'none';
  if (lines.every((share) => share > 0.95)) return lines.length === 1 ? 'solid' : 'double';
  const fullest = rows[inked.indexOf(Math.max(...inked))] ?? [];
  const ink = fullest.filter(Boolean).length;
  const runs = fullest.filter((isInk, x) => isInk && !fullest[x - 1]).length;
  // A dot is as long as it is high
  const height = inked.filter((share) => share >= 0.25).length;
  return ink / runs > 1.6 * height ? 'dashed' : 'dotted';
}
