/** Reading again what has changed gives what reading everything would, whatever changed. */
import { join } from 'node:path';
import { expect, test } from '../extension/fixtures.ts';
import { bundle } from './bundle.ts';
import type * as InPage from './in-page.ts';

declare const lensParts: typeof InPage;

const parts = bundle(join(import.meta.dirname, 'in-page.ts'), 'lensParts');

const html = `<!doctype html><html lang="en"><title>Test</title>
<style>.gone { display: none } .unseen { visibility: hidden } .gone + p { display: none }</style>
<body><header><h1>Title</h1></header><main><article><h2>One</h2><p>Words <b>in</b> a <a href="/">row</a>.</p>
<ul><li>one<ul><li>deep</ul></li><li>two</li></ul><div>bare <p>in between</p> bare</div>
<table><thead><tr><th>A<th>B</thead><tr><td>a<td>b</tr></table><details><summary>Why?</summary>So.</details>
<blockquote><p>Said.</p></blockquote><section><p>End.</p></section></article></main><footer><p>Foot</p></footer>`;

for (const seed of [1, 2, 3, 6, 7, 11]) {
  test(`two hundred changes at random, seed ${seed}`, async ({ openPage }) => {
    const page = await openPage(html);
    const outcome = await page.evaluate(
      async (script, seed) => {
        // biome-ignore lint/security/noGlobalEval: the page is ours, and so is the script
        globalThis.eval(script);
        const { createPageReader, changeSomething, randomNumbers } = lensParts;
        const random = randomNumbers(seed);
        const source = document.body.innerHTML;
        const reader = createPageReader(window);
        const observer = new MutationObserver(() => {});
        const now = async (one: typeof reader) =>
          JSON.stringify(lensParts.followBack(window, await one.read(() => undefined)));
        await now(reader);
        let blocks = 0;
        for (let count = 0; count < 200; count += 1) {
          for (const tree of reader.trees())
            observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
          const before = document.body.outerHTML;
          const changes = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
            changeSomething(document, source, random),
          );
          reader.note(observer.takeRecords());
          const again = await now(reader);
          blocks += JSON.parse(again).page.blocks.length;
          const anew = await now(createPageReader(window));
          if (again !== anew) return { count, changes, before, after: document.body.outerHTML, again, anew };
        }
        return { blocks: blocks / 200 };
      },
      await parts,
      seed,
    );
    expect(outcome).toEqual({ blocks: expect.any(Number) });
    expect(outcome.blocks, 'something was left to read').toBeGreaterThan(8);
  });
}
