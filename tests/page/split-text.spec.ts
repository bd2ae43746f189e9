/** Whatever a page does to text that is marked by elements, in the end it has what it would have without marks. */
import { join } from 'node:path';
import { expect, test } from '../extension/fixtures.ts';
import { bundle } from './bundle.ts';
import type * as InPage from './in-page.ts';
import { splitCases } from './split-cases.ts';

declare const lensParts: typeof InPage;

const parts = bundle(join(import.meta.dirname, 'in-page.ts'), 'lensParts');

test('pages have their text as they want it', async ({ openPage }) => {
  const page = await openPage('<!doctype html><title>Test</title><body><div></div>');
  const outcomes = await page.evaluate(
    (script) => {
      // biome-ignore lint/security/noGlobalEval: the page is ours, and so is the script
      globalThis.eval(script);
      const { playCase, splitCases } = lensParts;
      const place = document.querySelector('div') ?? document.body;
      return Object.entries(splitCases).map(([name, one]) => ({
        name,
        bare: playCase(place, one, false),
        marked: playCase(place, one, true),
      }));
    },
    await parts,
  );
  expect(outcomes.map(({ name }) => name)).toEqual(Object.keys(splitCases));
  for (const { name, bare, marked } of outcomes) {
    expect(marked.marks, name).toBeGreaterThan(0);
    expect(marked.html, name).toBe(bare.html);
    expect(marked.isKept, name).toBe(splitCases[name]?.isHarmless === true);
  }
});
