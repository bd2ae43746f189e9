/** The reader in pages that a browser draws: the same table as without a browser, and what only a browser can tell. */
import { join } from 'node:path';
import { expect, test } from '../extension/fixtures.ts';
import { bundle } from './bundle.ts';
import type * as InPage from './in-page.ts';
import { readCases } from './read-cases.ts';
import type { Found } from './read-in-page.ts';
import { misplaced, sketch } from './sketch.ts';

declare const lensParts: typeof InPage;

const parts = bundle(join(import.meta.dirname, 'in-page.ts'), 'lensParts');

test('reads each page of the table as a person would', async ({ openPage }) => {
  const tab = await openPage('<!doctype html><title>Frames</title>');
  await tab.evaluate(
    (script) => {
      // biome-ignore lint/security/noGlobalEval: the page is ours, and so is the script
      globalThis.eval(script);
    },
    await parts,
  );
  for (const [name, { html, blocks }] of Object.entries(readCases)) {
    const found: Found = await tab.evaluate(async (source) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = source;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.replaceChildren(frame);
      await loaded;
      const { contentWindow } = frame;
      if (!contentWindow) throw new Error('a frame without a window');
      const reading = await lensParts.createPageReader(contentWindow.window).read(() => undefined);
      return JSON.parse(JSON.stringify(lensParts.followBack(contentWindow.window, reading)));
    }, `<!doctype html><html lang="en"><title>Test</title><body>${html}`);
    expect.soft(sketch(found), name).toEqual(blocks);
    expect.soft(misplaced(found), `${name}: the way back`).toEqual([]);
  }
});
