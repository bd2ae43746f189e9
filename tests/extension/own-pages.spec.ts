/** The extension's own pages: library and options as a reader uses them; axe on all surfaces. */
import { axeFindings } from './axe.ts';
import type { Page, View } from './browsers.ts';
import { expect, test } from './fixtures.ts';
import { clickOn, highlightedTexts } from './reading.ts';

const heading = (view: View) => view.evaluate(() => document.querySelector('h1')?.textContent ?? '');
const all = (view: View, selector: string) =>
  view.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent ?? ''),
    selector,
  );
const go = (view: View, hash: string) =>
  view.evaluate((to) => {
    location.hash = to;
  }, hash);

test('the library finds claims by words, marks the hits, and leads to claim and study', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html');
  await expect.poll(() => heading(library)).toBe('Evidence library');
  const everything = (await all(library, '.entries > li')).length;
  expect(everything).toBeGreaterThan(70);
  await clickOn(library, '#words');
  for (const key of 'vivid') await library.press(key);
  await expect.poll(async () => (await all(library, '.entries > li')).length).toBeLessThan(everything);
  expect((await all(library, 'mark')).every((hit) => /^vivid/i.test(hit))).toBe(true);
  expect((await all(library, 'mark')).length).toBeGreaterThan(0);
  expect(await library.evaluate(() => document.activeElement?.id)).toBe('words');

  await clickOn(library, '.entries a');
  await expect.poll(() => heading(library)).toContain('LDN');
  expect(await all(library, 'article h2')).toContain('History of this rating');
  await clickOn(library, '.study summary');
  await clickOn(library, '.study a', 'All about this study');
  await expect.poll(() => all(library, 'article h2')).toContain('Claims that rest on it');
  await library.close();
});

test('a deep link opens a claim, with its plot and the plot’s table', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html#fm.pain');
  await expect.poll(() => heading(library)).toBe('LDN reduces pain in people with fibromyalgia.');
  const label = await library.evaluate(() =>
    document.querySelector('svg[role=img]')?.getAttribute('aria-label'),
  );
  expect(label).toMatch(/^Forest plot: .* intervals cross the line of no effect/);
  const rows = await library.evaluate(
    () => document.querySelector('.plot table')?.querySelectorAll('tbody tr').length,
  );
  expect(rows).toBe(Number(label?.match(/(\d+) results/)?.[1]));
  await library.close();
});

test('a claim’s page tells how its rating came about, and rates its parts', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html#depression.mood');
  await expect.poll(() => heading(library)).toContain('depression');
  expect(await all(library, '.history tbody td:nth-of-type(1)')).toEqual([
    'Evidence speaks against it',
    'Early signs only → Evidence speaks against it',
    'Early signs only',
  ]);
  expect(await all(library, '.history th .quiet')).toEqual([' in hindsight', ' in hindsight']);
  expect(await all(library, '.parts dd')).toEqual([
    'Evidence speaks against it',
    'Early signs only',
    'Not properly tested',
  ]);
  await library.close();
});

test('filters by condition, kind and rating stand in the address', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html#claims?condition=crohns');
  await expect.poll(() => all(library, '.entries > li a')).toEqual([expect.stringContaining("Crohn's")]);
  await go(library, '#claims?kind=safety');
  await expect.poll(() => all(library, '#results h2')).toEqual(['Safety']);
  await library.close();
});

test('the options switch marks off and on in open pages', async ({ lens, openPage }) => {
  const page = await openPage('health-blog.html');
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const options = await lens.openExtensionPage('options.html');
  await expect.poll(() => heading(options)).toBe('LDN Lens: options');
  await clickOn(options, '#mark');
  await expect.poll(() => highlightedTexts(page)).toEqual([]);
  await clickOn(options, '#mark');
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  expect((await all(options, '#shortcuts tr')).length).toBeGreaterThanOrEqual(3);
  await options.close();
});

test('the options switch a site off by its name, and refuse what is none', async ({ lens, openPage }) => {
  const options = await lens.openExtensionPage('options.html');
  await expect.poll(() => heading(options)).toBe('LDN Lens: options');
  await clickOn(options, '#site');
  await options.press('?');
  await options.press('Enter');
  await expect.poll(() => all(options, '[role=alert]')).toEqual([expect.stringContaining('www.example.org')]);
  await options.press('Backspace');
  for (const key of '127.0.0.1') await options.press(key);
  await options.press('Enter');
  await expect.poll(() => all(options, '#sites li')).toEqual([expect.stringContaining('127.0.0.1')]);
  const page = await openPage('health-blog.html');
  await clickOn(options, '#sites li button');
  await expect.poll(() => all(options, '#sites li')).toEqual([]);
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await options.close();
});

const surfaces = [
  'library.html',
  'library.html#claims?q=pain',
  'library.html#studies',
  'library.html#fm.pain',
  'library.html#gut.symptoms',
  'library.html#study/bruun-2024-final',
  'library.html#method',
  'options.html',
  'popup.html',
];

/** What sticks out at the right: a page that has to be pushed to and fro to be read. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const path of surfaces) {
  test(`axe finds nothing in ${path}, light and dark, wide and narrow`, async ({ lens }) => {
    const page = await lens.openExtensionPage(path);
    await expect.poll(() => heading(page)).not.toMatch(/^$|Reading/);
    for (const [look, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      await page.prefer(look);
      await page.resize(width, 900);
      expect([look, await axeFindings(page)]).toEqual([look, []]);
      if (path !== 'popup.html') expect(await overhang(page)).toBeLessThanOrEqual(0);
    }
    await page.prefer('light');
    await page.close();
  });
}

test('the library opens what is folded for printing, and folds it again', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html#fm.pain');
  await expect.poll(() => all(library, 'details.study')).not.toEqual([]);
  const open = () => library.evaluate(() => document.querySelectorAll('details[open]').length);
  const printing = (event: string) => library.evaluate((name) => dispatchEvent(new Event(name)), event);
  expect(await open()).toBe(0);
  await printing('beforeprint');
  expect(await open()).toBe((await all(library, 'details')).length);
  await printing('afterprint');
  expect(await open()).toBe(0);
  await library.close();
});

test('the library needs no network: it asks for nothing but its own files', async ({ lens }) => {
  const library = await lens.openExtensionPage('library.html#fm.pain');
  await expect.poll(() => heading(library)).toContain('fibromyalgia');
  await go(library, '#claims?q=vivid');
  await expect.poll(() => all(library, 'mark')).not.toEqual([]);
  const asked = await library.evaluate(() => {
    const own = location.origin;
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith(own))
      .map(({ name }) => name);
  });
  expect(asked).toEqual([]);
  await library.close();
});

test('axe finds nothing in the popup with a list', async ({ openPage }) => {
  const page = await openPage('health-blog.html');
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const popup = await page.openPopup();
  await expect.poll(() => heading(popup)).toContain('claims');
  expect(await axeFindings(popup)).toEqual([]);
  await popup.close();
});
