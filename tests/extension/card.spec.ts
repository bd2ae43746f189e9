/** The evidence card in real pages: its place, its keys, what a page can and cannot do to it, what it offers. */
import { axeFindings } from './axe.ts';
import type { Page, Point } from './browsers.ts';
import { expect, test } from './fixtures.ts';
import { cardText, clickOn, highlightedTexts, placeOf } from './reading.ts';

const blog = 'health-blog.html';
const sentence = 'Low-dose naltrexone relieves fibromyalgia pain';
const article = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>LDN and fibromyalgia</title>
  <meta name="viewport" content="width=device-width"><style>${style}</style>
  <h1>LDN and fibromyalgia</h1>${body}`;
const filler = `<p>${'Some words about the garden and the weather. '.repeat(30)}</p>`;

async function openCardAt(page: Page, words: string): Promise<void> {
  await expect.poll(() => highlightedTexts(page)).toContainEqual(expect.stringContaining(words));
  await page.click(await placeOf(page, words));
  await expect.poll(() => cardText(page)).toContain('Studies show');
}

/** The card's panel on the screen. */
const panelBox = (page: Page) =>
  page.inCard(async (card) => {
    const panel = card.querySelector('[role=dialog]');
    await Promise.all(panel?.getAnimations().map(({ finished }) => finished) ?? []);
    const box = panel?.getBoundingClientRect();
    return box && { top: box.top, bottom: box.bottom, left: box.left, right: box.right };
  });

/** The lines of the highlight with these words, on the screen. */
const linesOf = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    for (const range of [...CSS.highlights.values()].flatMap((highlight) => [...highlight])) {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      if (!live.toString().includes(wanted)) continue;
      return [...live.getClientRects()].map(({ top, bottom, left, right }) => ({ top, bottom, left, right }));
    }
    return [];
  }, words);

/** The middle of a control in the card, scrolled into view there. */
async function inCardAt(page: Page, selector: string, words = ''): Promise<Point> {
  const at = await page.inCard(
    (card, wanted, text) => {
      const found = [...card.querySelectorAll(wanted)].find(
        (one) => one.textContent?.includes(text) && one.checkVisibility(),
      );
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = found?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    selector,
    words,
  );
  if (!at) throw new Error(`the card has no ${selector} with the words "${words}"`);
  return at;
}

for (const [width, height] of [
  [1280, 900],
  [640, 400],
  [360, 640],
  [320, 568],
] as const) {
  test(`never lies on its sentence, nor outside the window, at ${width} x ${height}`, async ({
    openPage,
  }) => {
    const page = await openPage(article(`${filler}<p>${sentence} and fatigue in most people.</p>${filler}`));
    await page.resize(width, height);
    await openCardAt(page, sentence);
    const box = await panelBox(page);
    const lines = await linesOf(page, sentence);
    expect(lines.length).toBeGreaterThan(0);
    if (!box) throw new Error('no card');
    for (const line of lines) {
      const isApart =
        box.bottom <= line.top || box.top >= line.bottom || box.left >= line.right || box.right <= line.left;
      expect(isApart, JSON.stringify({ box, line })).toBe(true);
      expect(line.top).toBeGreaterThanOrEqual(0);
      expect(line.bottom).toBeLessThanOrEqual(height);
    }
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.bottom).toBeLessThanOrEqual(height);
    expect(box.bottom - box.top).toBeGreaterThan(150);
  });
}

test('goes along with its sentence when the page scrolls', async ({ openPage }) => {
  const page = await openPage(article(`<p>${sentence}.</p>${filler.repeat(6)}`));
  await openCardAt(page, sentence);
  const before = await panelBox(page);
  await page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
  await expect.poll(async () => (await panelBox(page))?.top).toBe((before?.top ?? 0) - 40);
});

test('withstands a page that styles everything', async ({ openPage }) => {
  const style =
    '* { display: none !important; } html, body, p, h1 { display: block !important; } div { font: 60px serif !important; color: red !important; transform: scale(3) !important; }';
  const page = await openPage(article(`<p>${sentence}.</p>`, style));
  await openCardAt(page, sentence);
  const look = await page.inCard((card) => {
    const panel = card.querySelector('[role=dialog]');
    if (!panel) return undefined;
    const { color, fontSize } = getComputedStyle(panel);
    return { color, fontSize, width: panel.getBoundingClientRect().width };
  });
  expect(look?.color).not.toBe('rgb(255, 0, 0)');
  expect(look?.fontSize).toBe('15.04px');
  expect(look?.width).toBeGreaterThan(350);
  expect(look?.width).toBeLessThan(450);
});

test('keeps keys to itself, and lets go of them when it closes', async ({ openPage }) => {
  const page = await openPage(article(`<p id="text" tabindex="0">${sentence}.</p>`));
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'focusin'])
      document.addEventListener(
        type,
        (event) => heard.push(event instanceof KeyboardEvent ? event.key : type),
        true,
      );
  });
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => page.inCard((card) => card.activeElement?.role)).toBe('dialog');
  await page.press('q');
  await page.press('Tab');
  await expect.poll(() => page.inCard((card) => card.activeElement?.localName)).toBe('button');
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect((await heard()).filter((one) => ['q', 'Tab', 'input'].includes(one))).toEqual([]);
  await page.press('x');
  await expect.poll(heard).toContain('x');
});

test('closes on a click elsewhere, which the page gets too', async ({ openPage }) => {
  const page = await openPage(
    article(
      `<p>${sentence}.</p><button style="position:fixed;right:0;bottom:0" onclick="this.textContent='pressed'">a button</button>`,
    ),
  );
  await openCardAt(page, sentence);
  await clickOn(page, 'button', 'a button');
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(await page.evaluate(() => document.querySelector('button')?.textContent)).toBe('pressed');
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('shows each claim of a sentence in a tab, the worst first', async ({ openPage }) => {
  const page = await openPage(
    article('<p>Low-dose naltrexone (LDN) reduces fibromyalgia pain and helps fatigue.</p>'),
  );
  await openCardAt(page, 'helps fatigue');
  const tabs = await page.inCard((card) =>
    [...card.querySelectorAll('[role=tab]')].map((tab) => tab.textContent),
  );
  expect(tabs?.length).toBeGreaterThan(1);
  const order = ['Against', 'Stronger than', 'Not settled by', 'In line with'];
  const ranks = tabs?.map((tab) => order.findIndex((words) => tab?.includes(words))) ?? [];
  expect(ranks).not.toContain(-1);
  expect(ranks).toEqual(ranks.toSorted());
  const answer = () =>
    page.inCard(
      (card) => [...card.querySelectorAll('.answer')].find((one) => one.checkVisibility())?.textContent,
    );
  const first = await answer();
  await page.click(await inCardAt(page, '[role=tab]'));
  await page.press('ArrowRight');
  await expect.poll(answer).not.toBe(first);
  expect(await page.inCard((card) => card.activeElement?.getAttribute('aria-selected'))).toBe('true');
});

test('a report is finished on a page of ours, and nothing is sent', async ({ lens, openPage }) => {
  const page = await openPage(article(`<p>${sentence}.</p>`));
  await openCardAt(page, sentence);
  await page.click(await inCardAt(page, 'button', 'Report a wrong match'));
  const read = async () => {
    const own = await lens.openExtensionPage('library.html#report');
    const report = await own.evaluate(() => [
      document.querySelector('textarea')?.value ?? '',
      document.querySelector('h1')?.textContent,
    ]);
    await own.close();
    return report;
  };
  await expect.poll(read).toEqual([expect.stringMatching(`${sentence}[^]*fm.pain`), 'Report a wrong match']);
  expect(page.said).toEqual([]);
});

test('mutes a claim everywhere, until the options mark it again', async ({ openPage, lens }) => {
  const page = await openPage(article(`<p>${sentence}.</p>`));
  await openCardAt(page, sentence);
  await page.click(await inCardAt(page, 'button', 'Mute this claim'));
  await expect.poll(() => highlightedTexts(page)).toEqual([]);
  const options = await lens.openExtensionPage('options.html');
  await expect
    .poll(() => options.evaluate(() => document.querySelector('#muted li')?.textContent ?? ''))
    .toContain('pain in people with fibromyalgia');
  await clickOn(options, '#muted button', 'Mark again');
  await expect.poll(() => highlightedTexts(page)).toEqual([expect.stringContaining(sentence)]);
  await options.close();
});

for (const look of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open card, ${look}`, async ({ openPage }) => {
    const page = await openPage(blog);
    await page.prefer(look);
    await openCardAt(page, 'LDN reduced pain');
    // axe cannot see into a closed root: the card's own elements and styles, in a page of their own
    const copy = await page.inCard((card) => {
      for (const one of card.querySelectorAll('details')) one.open = true;
      const css = card.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      const panel = card.querySelector('[role=dialog]')?.cloneNode(true);
      if (!(panel instanceof HTMLElement)) return undefined;
      panel.removeAttribute('style');
      panel.style.position = 'static';
      panel.style.animation = 'none';
      return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Card</title><style>${css.join('\n')}</style><main><h1 style="color: black; background: white">Card</h1>${panel.outerHTML}</main>`;
    });
    if (!copy) throw new Error('no card');
    const stage = await openPage(copy);
    await stage.prefer(look);
    expect(await axeFindings(stage)).toEqual([]);
  });
}
