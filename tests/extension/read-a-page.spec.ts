/** The main job, as a reader does it: open a health page, see the claims, open a card, read the evidence. */
import { expect, test } from './fixtures.ts';
import { cardText, highlightedTexts, placeOf } from './reading.ts';

const blog = 'health-blog.html';

test('highlights what the article claims', async ({ openPage }) => {
  const page = await openPage(blog);
  for (const words of [
    'LDN reduced pain',
    'improves sleep',
    'not a cure for fibromyalgia',
    'Could raise energy',
  ]) {
    await expect.poll(() => highlightedTexts(page)).toContainEqual(expect.stringContaining(words));
  }
});

test('highlights nothing in navigation, advert, form and footer', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const around = /other myths|Join 12,000 readers|starter checklist|took away all|our sponsor/;
  expect((await highlightedTexts(page)).filter((text) => around.test(text))).toEqual([]);
});

test('leaves the page as its author made it', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const [now, made] = await page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    const asMade = new DOMParser().parseFromString(source, 'text/html');
    return [document.documentElement.outerHTML, asMade.documentElement.outerHTML];
  });
  expect(now).toBe(made);
  expect(page.said).toEqual([]);
});

test('opens the card with the mouse, and closes it with Escape', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await page.click(await placeOf(page, 'LDN reduced pain'));
  await expect.poll(() => cardText(page)).toContain('Stronger than the evidence');
  expect(await cardText(page)).toContain('reduced pain');
  const links = await page.inCard((card) => [...card.querySelectorAll('a')].map(({ href }) => href));
  expect(links).toContainEqual(expect.stringMatching(/^https:\/\/doi\.org\/10\./));
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(page.said).toEqual([]);
});

test('opens the card with Enter where the caret is, takes the focus, and gives it back', async ({
  openPage,
}) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await page.evaluate(() => {
    const strong = [...document.querySelectorAll('strong')].find(({ textContent }) =>
      textContent?.includes('not a cure'),
    );
    if (strong?.firstChild) getSelection()?.collapse(strong.firstChild, 3);
  });
  await page.press('Enter');
  await expect.poll(() => cardText(page)).toContain('not a cure');
  expect(await page.inCard((card) => card.activeElement !== null)).toBe(true);
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(await page.evaluate(() => getSelection()?.focusNode?.parentElement?.localName)).toBe('strong');
});

test('goes from claim to claim with the shortcuts', async ({ openPage }) => {
  const page = await openPage(blog);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('Claim 1 of');
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('Claim 2 of');
  await page.useShortcut('Alt+Shift+K');
  await expect.poll(() => cardText(page)).toContain('Claim 1 of');
});

test('loads nothing into a page that does not speak of LDN', async ({ openPage }) => {
  const page = await openPage(
    '<!doctype html><title>Bread</title><p>Flour, water, salt and time. That is all.</p>',
  );
  const popup = await page.openPopup();
  const answers = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(tab?.id ?? 0, { ldnLens: 'getPage', args: [] }).then(
      () => 'a scanner',
      () => 'nobody',
    );
  });
  await popup.close();
  expect(answers).toBe('nobody');
  expect(page.said).toEqual([]);
});

test('notices what a page adds later', async ({ openPage }) => {
  const page = await openPage(
    '<!doctype html><html lang="en"><title>Feed</title><main id="feed">Loading ...</main>',
  );
  await page.evaluate(() => {
    const entry = document.createElement('p');
    entry.textContent = 'Low-dose naltrexone cures fibromyalgia.';
    document.querySelector('#feed')?.replaceChildren(entry);
  });
  await expect.poll(() => highlightedTexts(page)).toEqual([expect.stringContaining('cures fibromyalgia')]);
  await page.evaluate(() => document.querySelector('#feed')?.replaceChildren('Nothing here.'));
  await expect.poll(() => highlightedTexts(page)).toEqual([]);
  expect(page.said).toEqual([]);
});
