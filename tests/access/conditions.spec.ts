/** The same page under other conditions: printed, enlarged, narrow, right to left, by finger, without motion, translated. */
import type { BrowserWithLens, Page, View } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, highlightedTexts, placeOf } from '../extension/reading.ts';
import { look, stripsBelow } from './underline.ts';

const sentence = 'Low-dose naltrexone cures fibromyalgia';
const article = (
  attributes = '',
) => `<!doctype html><html lang="en" ${attributes}><meta name="viewport" content="width=device-width">
<title>Notes</title><p>This is what they have to say about it, and it is not for us to add more than that.</p>
<p id="claim">${sentence}.</p><p style="height: 60em">Weather, and all of the garden.</p></html>`;

async function openCard(page: Page): Promise<void> {
  await expect.poll(() => highlightedTexts(page)).toEqual([sentence]);
  await page.click(await placeOf(page, sentence));
  await expect.poll(() => cardText(page)).toContain('Against the evidence');
}

/** What is wrong with the card's place and size; nothing where all of it can be read beside its sentence. */
const faults = async (page: Page): Promise<string[]> => {
  const words = await page.evaluate(() => {
    const box = document.querySelector('#claim')?.firstChild;
    const range = new Range();
    if (box) range.selectNodeContents(box);
    return [...range.getClientRects()].map(({ top, bottom, left, right }) => ({ top, bottom, left, right }));
  });
  const found = await page.inCard(async (card, lines) => {
    const panel = card.querySelector('[role=dialog]');
    const content = card.querySelector('.content');
    if (!panel || !content) return ['no card'];
    await Promise.all(panel.getAnimations().map(({ finished }) => finished));
    const { top, bottom, left, right } = panel.getBoundingClientRect();
    return [
      ...(lines.some((one) => bottom > one.top && top < one.bottom && left < one.right && right > one.left)
        ? ['lies on its sentence']
        : []),
      ...(left < 0 || right > innerWidth || top < 0 || bottom > innerHeight ? ['leaves the window'] : []),
      ...(content.scrollWidth > content.clientWidth + 1 ? ['scrolls sideways'] : []),
      ...(bottom - top < 120 ? ['is too low to read'] : []),
    ];
  }, words);
  return found ?? ['no card'];
};

test('print is clean: no line under the words, no card', async ({ openPage }) => {
  const page = await openPage(article());
  await openCard(page);
  const shape = async () =>
    (await stripsBelow(page, '#claim', 'Low-dose naltrexone', 5)).map(
      (strip) => look(strip, 'full colour').shape,
    );
  expect(await shape()).toEqual(['double']);
  await page.prefer('print');
  await expect.poll(shape).toEqual(['none']);
  const isDrawn = () => page.inCard((card) => card.querySelector('[role=dialog]')?.checkVisibility());
  await expect.poll(isDrawn).toBe(false);
  await page.prefer('light');
  await expect.poll(isDrawn).toBe(true);
});

test('print is clean of marks in the page’s own elements too', async ({ openPage, lens }) => {
  await choosePainter(lens, 'elements');
  try {
    const page = await openPage(article());
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('reading-mark').length)).toBe(1);
    const shape = async () =>
      (await stripsBelow(page, '#claim', 'Low-dose naltrexone', 5)).map(
        (strip) => look(strip, 'full colour').shape,
      );
    await expect.poll(shape).toEqual(['double']);
    await page.prefer('print');
    await expect.poll(shape).toEqual(['none']);
  } finally {
    await choosePainter(lens, 'highlights');
  }
});

async function choosePainter(lens: BrowserWithLens, painter: 'highlights' | 'elements'): Promise<void> {
  const own = await lens.openExtensionPage('library.html');
  await own.evaluate((to) => chrome.storage.local.set({ settings: { painter: to } }), painter);
  await own.close();
}

test('nothing moves where the reader wants no motion', async ({ openPage }) => {
  const page = await openPage(article());
  await page.prefer('reduced motion');
  await openCard(page);
  const moving = () =>
    page.inCard(
      (card) =>
        [...card.querySelectorAll('*')].filter((one) => {
          const { animationName, transitionDuration } = getComputedStyle(one);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration);
        }).length,
    );
  expect(await moving()).toBe(0);
  await page.prefer('light');
  await expect.poll(moving).toBe(1);
});

/** As the reader enlarges a page: the browser's own zoom. */
async function zoom(lens: BrowserWithLens, factor: number): Promise<void> {
  const own = await lens.openExtensionPage('library.html');
  await own.evaluate(async (to) => {
    for (const { id, url } of await chrome.tabs.query({}))
      if (id !== undefined && url?.startsWith('http')) await chrome.tabs.setZoom(id, to);
  }, factor);
  await own.close();
}

test('at 200 % the card is whole, beside its sentence', async ({ openPage, lens }) => {
  const page = await openPage(article());
  await page.resize(1280, 900);
  const before = await page.evaluate(() => innerWidth);
  await zoom(lens, 2);
  try {
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(before / 2 + 1);
    await expect.poll(() => highlightedTexts(page)).toEqual([sentence]);
    await page.useShortcut('Alt+Shift+J');
    await expect.poll(() => cardText(page)).toContain('Against the evidence');
    expect(await faults(page)).toEqual([]);
  } finally {
    await zoom(lens, 1);
  }
});

for (const [width, height] of [
  [320, 568],
  [320, 256],
] as const) {
  test(`at ${width} x ${height} the card is whole, beside its sentence`, async ({ openPage }) => {
    const page = await openPage(article());
    await page.resize(width, height);
    await openCard(page);
    expect(await faults(page)).toEqual([]);
  });
}

test('on a page from right to left the card is whole, and reads from left to right', async ({ openPage }) => {
  const page = await openPage(article('dir="rtl"'));
  await page.resize(900, 700);
  await openCard(page);
  expect(await faults(page)).toEqual([]);
  const direction = await page.inCard(
    (card) => getComputedStyle(card.querySelector('.content') ?? card.host).direction,
  );
  expect(direction).toBe('ltr');
});

test('a tap opens the card, and its controls are large enough for a finger', async ({ openPage }) => {
  const page = await openPage(article());
  await page.resize(390, 800);
  await expect.poll(() => highlightedTexts(page)).toEqual([sentence]);
  await page.tap(await placeOf(page, sentence));
  await expect.poll(() => cardText(page)).toContain('Against the evidence');
  const small = await page.inCard((card) =>
    [...card.querySelectorAll('button, summary, a')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ one, box }) => `${one.textContent || one.ariaLabel}: ${box.width} x ${box.height}`),
  );
  expect(small).toEqual([]);
  const close = await page.inCard((card) => {
    const { x, y, width, height } =
      card.querySelector('[aria-label=Close]')?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  if (close) await page.tap(close);
  await expect.poll(() => cardText(page)).toBeUndefined();
});

const isTooWide = (view: View) =>
  view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const path of [
  'options.html',
  'popup.html',
  'library.html',
  'library.html#fm.pain',
  'library.html#method',
]) {
  test(`${path} needs no scrolling sideways at 320 pixels`, async ({ lens }) => {
    const view = await lens.openExtensionPage(path);
    await (view as Page).resize(320, 640);
    await expect
      .poll(() => view.evaluate(() => document.querySelector('h1')?.textContent ?? ''))
      .not.toMatch(/^$|Reading/);
    expect(await isTooWide(view)).toBeLessThanOrEqual(0);
    await view.close();
  });
}

/** What a translator in the browser does to a text: a font element in a font element round every text, and new words in it. */
const translate = (page: Page, language: string, words: Readonly<Record<string, string>>) =>
  page.evaluate(
    (to, texts) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (walker.nextNode()) found.push(walker.currentNode as Text);
      for (const text of found) {
        if (!text.data.trim()) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
        inner.textContent = texts[text.data.trim()] ?? text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
      document.documentElement.lang = to;
      document.documentElement.classList.add('translated-ltr');
    },
    language,
    words,
  );

test('marks follow a text that a translator wraps, and go where it speaks another language', async ({
  openPage,
}) => {
  const page = await openPage(article());
  await expect.poll(() => highlightedTexts(page)).toEqual([sentence]);
  await translate(page, 'en', {});
  const isInPage = () =>
    page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((all) =>
        [...all].map((range) => range.startContainer.isConnected),
      ),
    );
  await expect.poll(isInPage).toEqual([true]);
  expect(await highlightedTexts(page)).toEqual([sentence]);
  await page.click(await placeOf(page, sentence));
  await expect.poll(() => cardText(page)).toContain('Against the evidence');
  await translate(page, 'de', {
    [`${sentence}.`]: 'Niedrig dosiertes Naltrexon heilt Fibromyalgie.',
    'This is what they have to say about it, and it is not for us to add more than that.':
      'Das ist es, was sie dazu zu sagen haben, und wir wollen dem nichts weiter hinzufügen.',
    'Weather, and all of the garden.': 'Wetter und der ganze Garten.',
  });
  await expect.poll(() => highlightedTexts(page)).toEqual([]);
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(page.said).toEqual([]);
});

test('a page translated into English is read', async ({ openPage }) => {
  const page = await openPage(
    `<!doctype html><html lang="de"><title>Notizen</title><p>Niedrig dosiertes Naltrexon heilt Fibromyalgie.</p>
    <p>Das ist es, was sie dazu zu sagen haben, und wir wollen dem nichts weiter hinzufügen.</p></html>`,
  );
  await translate(page, 'en', {
    'Niedrig dosiertes Naltrexon heilt Fibromyalgie.': `${sentence}.`,
    'Das ist es, was sie dazu zu sagen haben, und wir wollen dem nichts weiter hinzufügen.':
      'That is what they have to say about it, and we do not want to add more to it than that.',
  });
  await expect.poll(() => highlightedTexts(page)).toEqual([sentence]);
  expect(page.said).toEqual([]);
});
