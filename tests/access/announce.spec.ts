/** One polite sentence for those who hear the page: once, without a trace in the page, and not where it was turned off. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWithLens, Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { highlightedTexts } from '../extension/reading.ts';

const empty = `<!doctype html><html lang="en"><title>Notes</title>
<p>This is what they have to say about it, and it is not for us to add more than that.</p></html>`;

async function choose(lens: BrowserWithLens, announce: boolean): Promise<void> {
  const own = await lens.openExtensionPage('library.html');
  await own.evaluate((to) => chrome.storage.local.set({ settings: { announce: to } }), announce);
  await own.close();
}

const add = (page: Page, ...sentences: readonly string[]) =>
  page.evaluate((texts) => {
    for (const text of texts)
      document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
  }, sentences);

const claims = [
  'Low-dose naltrexone cures fibromyalgia.',
  'LDN may reduce pain in people with fibromyalgia.',
];

test.afterEach(({ lens }) => choose(lens, true));

test('the number of claims is said once, and the page stays as it is', async ({ openPage }) => {
  const page = await openPage(empty);
  const heard = await page.hear();
  await add(page, ...claims);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await expect.poll(heard).toEqual(['LDN Lens found 2 claims about low-dose naltrexone on this page.']);
  await add(page, 'Low-dose naltrexone relieves fibromyalgia pain.');
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(3);
  await pause(300);
  expect(await heard()).toHaveLength(1);
  const after = await page.evaluate(() => document.documentElement.outerHTML);
  expect(after.replace('<p>Low-dose naltrexone relieves fibromyalgia pain.</p>', '')).toBe(before);
});

test('nothing is said where the reader turned it off; the button’s name still tells', async ({
  openPage,
  lens,
}) => {
  await choose(lens, false);
  const page = await openPage(empty);
  const heard = await page.hear();
  await add(page, ...claims);
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(2);
  await pause(300);
  expect(await heard()).toEqual([]);
  const popup = await page.openPopup();
  const title = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getTitle(tab?.id === undefined ? {} : { tabId: tab.id });
  });
  expect(title).toBe('LDN Lens: 2 claims on this page');
  await popup.close();
});
