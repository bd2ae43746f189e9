/** The other painter: marks as elements, for readers who want them to survive saving the page. */
import type { BrowserWithLens, Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, highlightedTexts, placeOf } from '../extension/reading.ts';

const html = `<!doctype html><html lang="en"><title>Notes</title><body>
<p>This is what they have to say about it, and it is not for us to add more than that.</p>
<p id="x">Low-dose <b>naltrexone</b> <a href="#there"><em>cures</em></a> fibromyalgia. And so on.</p>
<ul><li>LDN reduced pain in fibromyalgia.</li></ul></body></html>`;

/** Sets the reader's choice as the options page does. */
async function choose(lens: BrowserWithLens, painter: 'highlights' | 'elements'): Promise<void> {
  const own = await lens.openExtensionPage('library.html');
  await own.evaluate((painter) => chrome.storage.local.set({ settings: { painter } }), painter);
  await own.close();
}

const marks = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('reading-mark')].map((mark) => mark.textContent ?? ''));
const bodyOf = (page: Page) => page.evaluate(() => document.body.innerHTML);

test.afterEach(({ lens }) => choose(lens, 'highlights'));

test('marks are elements, and leave the page as it was when they go', async ({ lens, openPage }) => {
  const page = await openPage(html);
  await expect.poll(() => highlightedTexts(page)).toHaveLength(2);
  const before = await bodyOf(page);
  const nodes = () => page.evaluate(() => document.querySelector('#x')?.childNodes.length);
  const nodesBefore = await nodes();
  await choose(lens, 'elements');
  await expect.poll(async () => (await marks(page)).join('|')).toContain('cures');
  expect((await marks(page)).join('')).toBe(
    'Low-dose naltrexone cures fibromyalgiaLDN reduced pain in fibromyalgia',
  );
  expect(await highlightedTexts(page)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('#x')?.textContent)).toContain(
    'Low-dose naltrexone cures',
  );
  await choose(lens, 'highlights');
  await expect.poll(() => highlightedTexts(page)).toHaveLength(2);
  expect(await bodyOf(page)).toBe(before);
  expect(await nodes()).toBe(nodesBefore);
  expect(page.said).toEqual([]);
});

test('a click on a marked element opens the card, on a link in it follows the link', async ({
  lens,
  openPage,
}) => {
  await choose(lens, 'elements');
  const page = await openPage(html);
  await expect.poll(() => marks(page)).not.toEqual([]);
  await page.click(await placeOf(page, 'Low-dose'));
  await expect.poll(() => cardText(page)).toContain('cures');
  await page.press('Escape');
  await page.click(await placeOf(page, 'cures'));
  await expect.poll(async () => (await page.url()).endsWith('#there')).toBe(true);
  expect(await cardText(page)).toBeUndefined();
});

test('new text is marked, old marks stay', async ({ lens, openPage }) => {
  await choose(lens, 'elements');
  const page = await openPage(html);
  await expect.poll(() => marks(page)).not.toEqual([]);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p>Naltrexone in low doses improves sleep in fibromyalgia.</p>',
    );
  });
  await expect.poll(async () => (await marks(page)).join('|')).toContain('improves sleep');
  expect((await marks(page)).join('')).toContain('cures');
});

test('where the page rewrites what is marked, elements give way to highlights', async ({
  lens,
  openPage,
}) => {
  await choose(lens, 'elements');
  const page = await openPage(html);
  await expect.poll(() => marks(page)).not.toEqual([]);
  await page.evaluate(() => {
    const item = document.querySelector('li');
    if (item) item.textContent = 'LDN reduced pain in fibromyalgia, they say.';
  });
  await expect.poll(() => highlightedTexts(page)).toHaveLength(2);
  expect(await marks(page)).toEqual([]);
  expect(page.said).toEqual([]);
});
