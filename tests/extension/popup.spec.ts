/** The toolbar popup, opened from the toolbar: the list, the way to each claim, the switch, and plain words where there is none. */
import type { View } from './browsers.ts';
import { expect, test } from './fixtures.ts';
import { cardText, clickOn, highlightedTexts } from './reading.ts';

const blog = 'health-blog.html';

const heading = (popup: View) => popup.evaluate(() => document.querySelector('h1')?.textContent ?? '');
const quotes = (popup: View) =>
  popup.evaluate(() =>
    [...document.querySelectorAll('li .quote')].map(({ textContent }) => textContent ?? ''),
  );
/** Letters only: the popup draws white space in its own way, and shortens what is long. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test('lists the claims of the page in its order, as many as the badge says', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const article = letters(await page.evaluate(() => document.body.textContent ?? ''));
  const popup = await page.openPopup();
  await expect.poll(() => heading(popup)).toMatch(/^\d+ claims about LDN on this page$/);
  const listed = await quotes(popup);
  expect(listed.length).toBe(Number.parseInt(await heading(popup), 10));
  expect(await badge(popup)).toBe(String(listed.length));
  const starts = listed.map((quote) => article.indexOf(letters(quote).slice(0, 25)));
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(0);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(await popup.evaluate(() => document.querySelector('ol')?.textContent)).toContain(
    'Stronger than the evidence',
  );
  await popup.close();
});

test('leads to a claim in the page and opens its card', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const popup = await page.openPopup();
  await expect
    .poll(() => quotes(popup))
    .toContainEqual(expect.stringContaining('not a cure for fibromyalgia'));
  await clickOn(popup, 'li button', 'not a cure for fibromyalgia');
  await expect.poll(() => cardText(page)).toContain('not a cure for fibromyalgia');
  const top = await page.evaluate(() => {
    const strong = [...document.querySelectorAll('strong')].find((one) =>
      one.textContent?.includes('not a cure'),
    );
    return strong?.getBoundingClientRect().top ?? -1;
  });
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(900);
});

test('switches a site off and on again', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  let popup = await page.openPopup();
  await expect.poll(() => heading(popup)).toContain('claims');
  await clickOn(popup, 'input[role=switch]');
  await expect.poll(() => heading(popup)).toBe('Off on this site');
  await expect.poll(() => highlightedTexts(page)).toEqual([]);
  expect(await badge(popup)).toBe('');
  await popup.close();

  await page.goto(await page.url());
  popup = await page.openPopup();
  await expect.poll(() => heading(popup)).toBe('Off on this site');
  expect(await highlightedTexts(page)).toEqual([]);
  await clickOn(popup, 'input[role=switch]');
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await popup.close();
  expect(page.said).toEqual([]);
});

const without: Record<string, readonly [page: string, heading: string]> = {
  'does not speak of LDN': [
    '<!doctype html><title>Bread</title><p>Flour and water.</p>',
    'No LDN on this page',
  ],
  'is not in English': [
    '<!doctype html><html lang="de"><title>LDN</title><p>LDN lindert die Schmerzen bei Fibromyalgie, sagt die Klinik.</p>',
    'This page is not in English',
  ],
  'speaks of LDN and claims nothing': [
    '<!doctype html><html lang="en"><title>LDN</title><p>My appointment about LDN is on Tuesday.</p>',
    'No claims recognised',
  ],
};

for (const [name, [html, words]] of Object.entries(without)) {
  test(`says so where the page ${name}`, async ({ openPage }) => {
    const page = await openPage(html);
    await expect(async () => {
      const popup = await page.openPopup();
      await expect.poll(() => heading(popup)).not.toContain('Reading');
      const title = await heading(popup);
      await popup.close();
      expect(title).toBe(words);
    }).toPass();
    expect(await highlightedTexts(page)).toEqual([]);
  });
}

test('says so where the browser lets no extension read', async ({ lens }) => {
  const page = await lens.openPage('about:blank');
  const popup = await page.openPopup();
  await expect.poll(() => heading(popup)).toBe('This page cannot be read');
  await popup.close();
  await page.close();
});

/** What stands on the toolbar button, asked from within the popup. */
function badge(popup: View): Promise<string> {
  return popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  });
}
