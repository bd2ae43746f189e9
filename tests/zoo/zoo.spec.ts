/** Pages of many frameworks, with LDN Lens and without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWithLens } from '../extension/browsers.ts';
import { expect, type Run, test } from './fixtures.ts';
import { pageNames } from './site.ts';

for (const name of pageNames) {
  test(`${name} is the same with LDN Lens and without`, async ({ alone, withLens }) => {
    const [before, after] = await Promise.all([alone(name), withLens(name, 'highlights')]);
    expect(before.states.length).toBeGreaterThan(10);
    for (const [at, { step, tree, changes }] of before.states.entries()) {
      const state = after.states[at];
      expect(state?.tree, step).toEqual(tree);
      expect(state?.changes, step).toEqual(changes);
    }
    expect(after.said).toEqual(before.said);
    expect([...before.states, ...after.states].flatMap(({ strange }) => strange)).toEqual([]);
    expect(after.states.filter(({ isMarked }) => !isMarked).map(({ step }) => step)).toEqual([]);
    expect(Math.max(...after.states.map(({ claims }) => claims))).toBeGreaterThan(1);
  });
}

test.describe('with marks as elements', () => {
  test.beforeAll(({ lens }) => choose(lens, 'elements'));
  test.afterAll(({ lens }) => choose(lens, 'highlights'));

  for (const name of pageNames) {
    test(`${name} breaks as README says`, async ({ alone, withLens, withPlainMarks }) => {
      const [before, plain, after] = await Promise.all([
        alone(name),
        withPlainMarks(name),
        withLens(name, 'elements'),
      ]);
      const counts = [before.states.length, ...[plain, after].flatMap((run) => harm(run, before))];
      expect(readme).toContain(`| \`${name}\` | ${counts.join(' | ')} |`);
      expect(after.states[0]?.elements).toBeGreaterThan(0);
      expect(after.states.filter(({ isMarked }) => isMarked === false).map(({ step }) => step)).toEqual([]);
      // React, when it has found the server's page changed, has made all of it anew
      if (name !== 'react-hydrated-late') expect(differingAfterwards(after, before)).toEqual([]);
    });
  }

  test('nothing is ever marked in an editor', async ({ withLens }) => {
    const { states } = await withLens('editor', 'elements');
    // The two claims beside it
    expect(new Set(states.map(({ elements }) => elements))).toEqual(new Set([2]));
  });
});

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** In how many states the text is another than it should be, and how many errors came. */
function harm(run: Run, before: Run): readonly [number, number] {
  const wrong = run.states.filter(({ text }, at) => text !== before.states[at]?.text);
  return [wrong.length, errorsOf(run) - errorsOf(before)];
}

function errorsOf({ said }: Run): number {
  return said.filter((line) => /^(uncaught|error):/.test(line)).length;
}

/** States in which the document is not what it should be, although no mark stands in it any more. */
function differingAfterwards(run: Run, before: Run): string[] {
  return run.states
    .filter(({ elements, tree }, at) => !elements && tree.join() !== before.states[at]?.tree.join())
    .map(({ step }) => step);
}

/** Sets the reader's choice as the options page does. */
async function choose(lens: BrowserWithLens, painter: 'highlights' | 'elements'): Promise<void> {
  const own = await lens.openExtensionPage('library.html');
  await own.evaluate((painter) => chrome.storage.local.set({ settings: { painter } }), painter);
  await own.close();
}
