/** All of it without a mouse: from claim to claim, into the card, out of it, and on from where one was. */
import type { Page, View } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, clickOn, highlightedTexts, placeOf } from '../extension/reading.ts';

const next = 'Alt+Shift+J';
const previous = 'Alt+Shift+K';
const card = 'Alt+Shift+O';
const list = 'Alt+Shift+L';

const article = `<!doctype html><html lang="en"><title>Notes</title>
<p>This is what they have to say about it, and it is not for us to add more than that. <a id="before" href="#a">Before</a></p>
<p>Low-dose naltrexone cures fibromyalgia. <a id="between" href="#b">Between</a></p>
<p>Low-dose naltrexone may reduce pain in people with fibromyalgia. <a id="after" href="#c">After</a></p></html>`;

async function open(openPage: (page: string) => Promise<Page>): Promise<Page> {
  const page = await openPage(article);
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(2);
  return page;
}

/** Where the focus is: an element's id or name in the page, or its role in the card. */
const focus = async (page: Page) =>
  (await page.inCard((root) => root.activeElement?.role ?? root.activeElement?.localName)) ??
  (await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName));

const isOpen = async (page: Page) => (await cardText(page)) !== undefined;

test('next and previous lead round the page, and the focus goes along', async ({ openPage }) => {
  const page = await open(openPage);
  for (const [keys, at] of [
    [next, '1 of 2'],
    [next, '2 of 2'],
    [next, '1 of 2'],
    [previous, '2 of 2'],
    [previous, '1 of 2'],
  ] as const) {
    await page.useShortcut(keys);
    await expect.poll(() => cardText(page)).toContain(`Claim ${at}`);
    await expect.poll(() => focus(page)).toBe('dialog');
  }
});

test('the focus comes back to the link that had it', async ({ openPage }) => {
  const page = await open(openPage);
  await page.evaluate(() => document.querySelector<HTMLElement>('#after')?.focus());
  await page.useShortcut(next);
  await expect.poll(() => focus(page)).toBe('dialog');
  await page.press('Tab');
  expect(await page.inCard((root) => root.activeElement?.getAttribute('aria-label'))).toBe('Previous claim');
  await page.press('Escape');
  await expect.poll(() => isOpen(page)).toBe(false);
  expect(await focus(page)).toBe('after');
});

test('without a focus of one’s own, Tab goes on from the sentence', async ({ openPage }) => {
  const page = await open(openPage);
  await page.useShortcut(next);
  await expect.poll(() => focus(page)).toBe('dialog');
  await page.press('Escape');
  await expect.poll(() => isOpen(page)).toBe(false);
  await page.press('Tab');
  expect(await focus(page)).toBe('between');
});

test('what is selected stays selected', async ({ openPage }) => {
  const page = await open(openPage);
  await page.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('#after') ?? document.body),
  );
  await page.useShortcut(next);
  await expect.poll(() => focus(page)).toBe('dialog');
  await page.press('Escape');
  await expect.poll(() => isOpen(page)).toBe(false);
  expect(await page.evaluate(() => String(getSelection()))).toBe('After');
});

test('one command opens the card at hand and leaves it', async ({ openPage }) => {
  const page = await open(openPage);
  await page.evaluate(() => {
    const text = document.querySelector('#after')?.previousSibling;
    if (text) getSelection()?.collapse(text, 5);
  });
  await page.useShortcut(card);
  await expect.poll(() => cardText(page)).toContain('Claim 2 of 2');
  await expect.poll(() => focus(page)).toBe('dialog');
  await page.useShortcut(card);
  await expect.poll(() => isOpen(page)).toBe(false);
  expect(await page.evaluate(() => getSelection()?.focusOffset)).toBe(5);
});

test('the same command goes into a card that the mouse opened', async ({ openPage }) => {
  const page = await open(openPage);
  await page.click(await placeOf(page, 'naltrexone cures'));
  await expect.poll(() => isOpen(page)).toBe(true);
  expect(await focus(page)).toBe('body');
  await page.useShortcut(card);
  await expect.poll(() => focus(page)).toBe('dialog');
});

test('where there is no claim to go to, the popup says so', async ({ openPage }) => {
  const page = await openPage('<!doctype html><title>Bread</title><p>Flour and water.</p>');
  const popup = await page.openPopup(next);
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('h1')?.textContent))
    .toBe('No LDN on this page');
  await popup.close();
});

test('the list opens by its own key, and each claim in it by Enter', async ({ openPage, lensIn }) => {
  const page = await open(openPage);
  // The debugger cannot press the keys of Chromium itself, and opening the popup is no event that could be raised in their place
  const popup = await page.openPopup(lensIn === 'firefox' ? list : undefined);
  await expect.poll(() => popup.evaluate(() => document.activeElement?.textContent)).toMatch(/^2 claims/);
  for (let presses = 0; presses < 12; presses++) {
    const at = await popup.evaluate(() => document.activeElement?.textContent ?? '');
    if (at.includes('may reduce pain')) break;
    await popup.press('Tab');
  }
  await popup.press('Enter');
  await expect.poll(() => cardText(page)).toContain('Claim 2 of 2');
  await expect.poll(() => focus(page)).toBe('dialog');
});

/** What the browser says the keys are, and what a surface of ours says. */
async function keysIn(view: View): Promise<readonly [bound: string[], shown: string[]]> {
  return await view.evaluate(async () => [
    (await chrome.commands.getAll()).map(({ shortcut }) => shortcut || 'not set').sort(),
    [...document.querySelectorAll('.shortcuts td')].map(({ textContent }) => textContent ?? '').sort(),
  ]);
}

test('popup and options show the keys as they are set', async ({ openPage, lens, lensIn }) => {
  const page = await open(openPage);
  const options = await lens.openExtensionPage('options.html');
  await expect.poll(() => options.evaluate(() => document.querySelectorAll('.shortcuts td').length)).toBe(4);
  const [bound, shown] = await keysIn(options);
  expect(shown).toEqual(bound);
  expect(shown).toEqual([next, previous, list, card].sort());
  if (lensIn === 'firefox') await options.evaluate(rebind, 'next-claim', 'Alt+Shift+Y');
  const popup = await page.openPopup();
  await expect.poll(() => popup.evaluate(() => document.querySelectorAll('.shortcuts td').length)).toBe(4);
  const inPopup = await keysIn(popup);
  expect(inPopup[1]).toEqual(inPopup[0]);
  await clickOn(popup, '.keyboard summary');
  await popup.close();
  if (lensIn === 'firefox') {
    expect(inPopup[1]).toContain('Alt+Shift+Y');
    await page.useShortcut('Alt+Shift+Y');
    await expect.poll(() => isOpen(page)).toBe(true);
    await options.evaluate(rebind, 'next-claim', next);
  }
  await options.close();
});

/** Only Firefox lets an extension change its own keys; Chromium leaves that to a page of the browser. */
async function rebind(name: string, shortcut: string): Promise<void> {
  const { commands } = chrome as unknown as {
    commands: { update(change: { name: string; shortcut: string }): Promise<void> };
  };
  await commands.update({ name, shortcut });
}
