/** With the default painter a page cannot tell that it is being read: nothing in it changes, and nothing is said to it. */
import { expect, test } from '../extension/fixtures.ts';
import { cardText, highlightedTexts, placeOf } from '../extension/reading.ts';

const html = `<!doctype html><html lang="en"><head><title>Notes</title>
<script>
  window.seen = [];
  window.before = undefined;
  const note = (what) => window.seen.push(what);
  new MutationObserver((records) => records.forEach(({ type, target }) => note(type + ' at ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener('message', ({ data }) => note('message ' + JSON.stringify(data)));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => note('violation ' + blockedURI));
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { note('event ' + event.type); return dispatch.call(this, event); };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...args) { note('listener ' + args[0]); return listen.apply(this, args); };
  addEventListener('load', () => {
    window.before = {
      html: document.documentElement.outerHTML,
      globals: Object.getOwnPropertyNames(window).length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    };
    window.seen.length = 0;
  });
</script></head>
<body><p>This is what they have to say about it, and it is not for us to add more than that.</p>
<p id="x">Low-dose naltrexone cures fibromyalgia.</p></body></html>`;

declare const before: { html: string; globals: number; sheets: number };
declare const seen: string[];

test('nothing in the page changes, and nothing is said to it', async ({ openPage }) => {
  const page = await openPage(html);
  await expect.poll(() => highlightedTexts(page)).toEqual([expect.stringContaining('cures')]);
  const [now, then, said] = await page.evaluate(() => [
    {
      html: document.documentElement.outerHTML,
      globals: Object.getOwnPropertyNames(window).length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    },
    before,
    seen,
  ]);
  expect(now).toEqual(then);
  expect(said).toEqual([]);
});

test('names in the registry tell nothing', async ({ openPage }) => {
  const page = await openPage(html);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  expect(await page.evaluate(() => [...CSS.highlights.keys()].join())).not.toMatch(
    /ldn|lens|claim|naltrexone|evidence|verdict/i,
  );
});

test('the card comes and goes as one element beside the body', async ({ openPage }) => {
  const page = await openPage(html);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await page.click(await placeOf(page, 'cures fibromyalgia'));
  await expect.poll(() => cardText(page)).toBeDefined();
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  const [now, then, said] = await page.evaluate(() => [
    document.documentElement.outerHTML,
    before.html,
    seen,
  ]);
  expect(now).toBe(then);
  expect(new Set(said)).toEqual(new Set(['childList at HTML']));
});
