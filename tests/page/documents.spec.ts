/** Documents that come another way than by loading: put by and shown again, loaded in advance, written by a script. */
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { badgeOn } from '../extension/badge.ts';
import type { BrowserWithLens, Page } from '../extension/browsers.ts';
import { builtExtension } from '../extension/built-extension.ts';
import { expect, test } from '../extension/fixtures.ts';
import { ensureBrowser } from '../extension/install-browser.ts';
import { cardText, placeOf } from '../extension/reading.ts';
import { painted } from './painted.ts';

const cures = 'Low-dose naltrexone cures fibromyalgia.';
const pain = 'Low-dose naltrexone reduces pain in fibromyalgia.';
const html = (body: string) =>
  `<!doctype html><html lang="en"><title>Notes</title><body><p>This is what they have to say about it, and no more.</p>${body}`;
/** A script's text in a page, with a page in it. */
const quoted = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/');

test('a page that was put by is read on when it is shown again', async ({ lens, openPage, server }) => {
  const remember =
    '<script>addEventListener("pageshow", (event) => { document.title = "back: " + event.persisted })</script>';
  const page = await openPage(html(`<p>${cures}</p><main></main>${remember}`));
  const url = await page.url();
  await expect.poll(() => painted(page)).toHaveLength(1);
  await page.goto(server.add(html('<p>Nothing of the kind.</p>')));
  await expect.poll(() => badgeOn(lens, page)).toBe('');
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => titleOf(page)).toBe('back: true');
  expect(await page.url()).toBe(url);
  await expect.poll(() => badgeOn(lens, page)).toBe('1');
  expect(await painted(page)).toHaveLength(1);
  await page.evaluate((words) => document.querySelector('main')?.append(words), pain);
  await expect.poll(() => painted(page)).toHaveLength(2);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('cures');
  expect(page.said).toEqual([]);
});

test('a page that was put by learns that the site was switched off meanwhile', async ({
  openPage,
  server,
  lens,
}) => {
  const page = await openPage(html(`<p>${cures}</p>`));
  await expect.poll(() => painted(page)).toHaveLength(1);
  await page.goto(server.add(html('<p>Nothing of the kind.</p>')));
  await setSitesOff(lens, ['127.0.0.1']);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => page.evaluate(() => document.body.textContent).catch(() => '')).toContain('cures');
  await expect.poll(() => painted(page)).toEqual([]);
  await setSitesOff(lens, []);
  await expect.poll(() => painted(page)).toHaveLength(1);
});

test('a page loaded in advance is read when it is opened', async ({ lens, server }) => {
  test.skip(lens.name === 'firefox', 'Firefox loads no page in advance');
  const next = server.add(
    html(`<p>${cures}</p><script>document.title = 'in advance: ' + document.prerendering</script>`),
  );
  const rules = JSON.stringify({ prerender: [{ urls: [next], eagerness: 'immediate' }] });
  const first = server.add(html(`<p>${pain}</p><script type="speculationrules">${rules}</script>`));
  // Playwright forbids its browser to load in advance
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser('chromium', console.error),
    pipe: true,
    enableExtensions: [builtExtension('chromium')],
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const marked = () =>
      page
        .evaluate(() => [...CSS.highlights.values()].map(([range]) => range?.startContainer.textContent))
        .catch(() => []);
    await page.goto(first);
    await expect.poll(marked).toEqual([pain]);
    await pause(1000);
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), next);
    await expect.poll(() => page.title().catch(() => '')).toBe('in advance: true');
    await expect.poll(marked).toEqual([cures]);
  } finally {
    await browser.close();
  }
});

test('a tab in the background is read too', async ({ lens, openPage }) => {
  const page = await openPage(html(`<main>${cures}</main>`));
  await expect.poll(() => painted(page)).toHaveLength(1);
  await openPage(html('<p>In front.</p>'));
  await page.evaluate((words) => document.querySelector('main')?.append(` ${words}`), pain);
  await expect.poll(() => painted(page)).toHaveLength(2);
  await expect.poll(() => badgeOn(lens, page)).toBe('2');
});

/** Ways to make a document in a frame of one's own. */
const made: Readonly<Record<string, (html: string) => void>> = {
  'with its text set on a blank page': (html) => {
    const { contentDocument } = document.querySelector('iframe') ?? {};
    if (contentDocument) contentDocument.body.innerHTML = html;
  },
  'from a blob': (html) => {
    const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    document.querySelector('iframe')?.setAttribute('src', url);
  },
  'from a data address': (html) => {
    document.querySelector('iframe')?.setAttribute('src', `data:text/html,${encodeURIComponent(html)}`);
  },
  'from an attribute, sandboxed': (html) => {
    const frame = document.querySelector('iframe');
    frame?.setAttribute('sandbox', 'allow-scripts');
    frame?.setAttribute('srcdoc', html);
  },
  'by the address of a script': (html) => {
    document.querySelector('iframe')?.contentWindow?.location.assign(`javascript:${JSON.stringify(html)}`);
  },
};

for (const [how, make] of Object.entries(made)) {
  test(`a frame made ${how} is read`, async ({ lens, openPage }) => {
    const page = await openPage(html('<iframe></iframe>'));
    await page.evaluate(make, html(`<p>${cures}</p>`));
    await expect.poll(() => badgeOn(lens, page)).toBe('1');
  });
}

for (const [how, open] of [
  ['written into', 'const it = open("", "it"); it.document.write(source); it.document.close(); return it;'],
  [
    'opened from a blob',
    'return open(URL.createObjectURL(new Blob([source], { type: "text/html" })), "it");',
  ],
] as const) {
  test(`a window ${how} is read`, async ({ openPage }) => {
    const source = quoted(html(`<p>${cures}</p>`));
    const page = await openPage(
      html(`<button style="position: fixed; inset: 0">Open</button><script>
        document.querySelector('button').onclick = () => { const source = ${source}; globalThis.it = (() => { ${open} })(); };
      </script>`),
    );
    await page.click({ x: 20, y: 20 });
    const names = () =>
      page.evaluate(() => {
        const { it } = globalThis as unknown as { it?: Window & typeof globalThis };
        return it ? [...it.CSS.highlights.keys()].length : 0;
      });
    await expect.poll(names).toBe(1);
    await page.evaluate(() => (globalThis as unknown as { it?: Window }).it?.close());
  });
}

test('a document that a script opens anew and writes is read, and its claims can be clicked', async ({
  openPage,
}) => {
  const page = await openPage(html(`<p>${cures}</p>`));
  await expect.poll(() => painted(page)).toHaveLength(1);
  await page.evaluate(
    (source) => {
      document.open();
      document.write(source);
      document.close();
    },
    html(`<p>${pain}</p>`),
  );
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('pain')]);
  await page.click(await placeOf(page, 'reduces pain'));
  await expect.poll(() => cardText(page)).toContain('reduces pain');
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(page.said).toEqual([]);
});

for (const [how, go] of [
  [
    'the Navigation API',
    () => {
      const { navigation } = window as unknown as {
        navigation?: { addEventListener: typeof addEventListener; navigate(url: string): void };
      };
      if (!navigation) return history.pushState({}, '', '#there');
      navigation.addEventListener('navigate', (event) =>
        (event as Event & { intercept(): void }).intercept(),
      );
      return navigation.navigate('#there');
    },
  ],
  [
    'a hash',
    () => {
      location.hash = 'there';
    },
  ],
  [
    'going back',
    () => {
      history.pushState({}, '', '#there');
      history.back();
    },
  ],
] as const) {
  test(`a view changed by ${how} is read`, async ({ openPage }) => {
    const page = await openPage(html(`<main>${cures}</main>`));
    await expect.poll(() => painted(page)).toHaveLength(1);
    await page.evaluate(go);
    await page.evaluate((words) => document.querySelector('main')?.replaceChildren(words), pain);
    await expect.poll(() => painted(page)).toEqual([expect.stringContaining('pain')]);
  });
}

function titleOf(page: Page): Promise<string> {
  return page.evaluate(() => document.title).catch(() => '');
}

async function setSitesOff(lens: BrowserWithLens, sitesOff: readonly string[]): Promise<void> {
  const own = await lens.openExtensionPage('options.html');
  await own.evaluate(async (sitesOff) => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), sitesOff: [...sitesOff] } });
  }, sitesOff);
  await own.close();
}
