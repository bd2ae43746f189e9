/** The reader in a page that a browser draws: the same table as without a browser, and what only a browser can tell. */
import { join } from 'node:path';
import { expect, test } from '../extension/fixtures.ts';
import { bundle } from './bundle.ts';
import type * as InPage from './in-page.ts';
import { readCases } from './read-cases.ts';
import { misplaced, sketch } from './sketch.ts';

declare const lensParts: typeof InPage;

const parts = bundle(join(import.meta.dirname, 'in-page.ts'), 'lensParts');

for (const [name, { html, blocks }] of Object.entries(readCases)) {
  test(name, async ({ openPage }) => {
    const page = await openPage(`<!doctype html><html lang="en"><title>Test</title><body>${html}`);
    const found = await page.evaluate(
      async (script) => {
        // biome-ignore lint/security/noGlobalEval: the page is ours, and so is the script
        globalThis.eval(script);
        const reading = await lensParts.createPageReader(window).read(() => undefined);
        return JSON.parse(JSON.stringify(lensParts.followBack(window, reading)));
      },
      await parts,
    );
    expect(sketch(found)).toEqual(blocks);
    expect(misplaced(found)).toEqual([]);
  });
}
