/** The extension is switched off, updated, or off on a site: nothing of ours stays in the page, and it begins again by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import { badgeOn } from '../extension/badge.ts';
import type { Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, clickOn, placeOf } from '../extension/reading.ts';
import { painted } from './painted.ts';

const claim = 'Low-dose naltrexone cures fibromyalgia.';
const html = `<!doctype html><html lang="en"><title>Notes</title><body>
  <p>This is what they have to say about it, and it is not for us to add more than that.</p><p>${claim}</p>`;

/** What is left of us in a page: names in its registry, elements beside its body, an answer to a click on a claim. */
async function traces(page: Page) {
  const [names, elements] = await page.evaluate(() => [
    [...CSS.highlights.keys()],
    [...document.documentElement.children].map(({ localName }) => localName),
  ]);
  return { names, elements };
}
const none = { names: [], elements: ['head', 'body'] };

async function openWithCard(openPage: (html: string) => Promise<Page>): Promise<Page> {
  const page = await openPage(html);
  await expect.poll(() => painted(page)).not.toEqual([]);
  await page.click(await placeOf(page, 'cures fibromyalgia'));
  await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
  return page;
}

test('switched off: marks, names and an open card go; switched on: the open page is read again', async ({
  lens,
  openPage,
}) => {
  const page = await openWithCard(openPage);
  const source = await page.evaluate(() => document.body.outerHTML);
  await lens.switchExtension(false);
  await expect.poll(() => traces(page)).toEqual(none);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(source);
  await lens.switchExtension(true);
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
  expect(page.said).toEqual([]);
});

test('switched off: a click or key on what was a claim does nothing', async ({ lens, openPage }) => {
  const page = await openPage(html);
  await expect.poll(() => painted(page)).not.toEqual([]);
  await lens.switchExtension(false);
  await expect.poll(() => traces(page)).toEqual(none);
  await page.evaluate(() => {
    const text = document.querySelector('p:last-child')?.firstChild;
    if (text) getSelection()?.collapse(text, 5);
  });
  await page.press('Enter');
  await page.evaluate((words) => document.body.insertAdjacentHTML('beforeend', `<p>${words}</p>`), claim);
  await pause(1500);
  expect(await traces(page)).toEqual(none);
  expect(page.said).toEqual([]);
  await lens.switchExtension(true);
  await expect.poll(() => painted(page)).toHaveLength(2);
});

test('updated: the page goes over to the new one, with one mark for each claim', async ({
  lens,
  openPage,
}) => {
  const page = await openWithCard(openPage);
  await lens.updateExtension();
  await expect.poll(() => traces(page).then(({ elements }) => elements)).toEqual(none.elements);
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  await expect.poll(() => badgeOn(lens, page)).toBe('1');
  await page.evaluate((words) => document.body.insertAdjacentHTML('beforeend', `<p>${words}</p>`), claim);
  await expect.poll(() => painted(page)).toHaveLength(2);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
  expect(page.said).toEqual([]);
});

test('the site is switched off: marks, names and an open card go', async ({ openPage }) => {
  const page = await openWithCard(openPage);
  const popup = await page.openPopup();
  const heading = () => popup.evaluate(() => document.querySelector('h1')?.textContent);
  await expect.poll(heading).toContain('1 claim');
  await clickOn(popup, 'input[role=switch]');
  await expect.poll(heading).toBe('Off on this site');
  await expect.poll(() => traces(page)).toEqual(none);
  await clickOn(popup, 'input[role=switch]');
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  await popup.close();
  expect(page.said).toEqual([]);
});

test('the popup asks to reload a tab that scripts cannot get into', async ({ openPage }) => {
  const page = await openPage(html);
  await page.goto('http://127.0.0.1:1/').catch(() => undefined);
  await pause(500); // until the browser's own words stand there
  const popup = await page.openPopup();
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('h1')?.textContent))
    .toBe('Reload this page');
  await popup.close();
});
