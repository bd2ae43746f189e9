/** Pages that mean ill: they cannot stop us, tell that we are there, hide or forge a card, or hear what is typed for us. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, placeOf } from '../extension/reading.ts';
import { painted } from './painted.ts';

const cures = 'Low-dose naltrexone cures fibromyalgia.';
const pain = 'Low-dose naltrexone reduces pain in fibromyalgia.';
const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Notes</title>${head}</head><body><p>This is what they have to say about it, and no more.</p>
   <p>${cures}</p><main></main>${body}</body></html>`;

/** What a page may do before we come. `said`: what it must say by itself. */
const pages: Readonly<Record<string, string>> = {
  'patches every prototype that it can': html(
    '',
    `<script>
      const lie = () => { throw new Error('caught'); };
      for (const { prototype } of [Highlight, HighlightRegistry, Range, StaticRange, TreeWalker, MutationObserver, ResizeObserver,
        EventTarget, Node, Element, HTMLElement, Text, Document, Selection, AbortController]) {
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const was = Object.getOwnPropertyDescriptor(prototype, name);
          if (name === 'constructor' || !was?.configurable || typeof was.value !== 'function') continue;
          if (/^(adoptNode|evaluate|querySelector(All)?|append|getBoundingClientRect|createTreeWalker|nextNode|setStart|setEnd|getClientRects|toString|values|keys|entries|forEach|scrollIntoView|compareBoundaryPoints|addEventListener)$/.test(name)) continue;
          Object.defineProperty(prototype, name, { value: lie, configurable: true });
        }
      }
      setTimeout = setInterval = requestAnimationFrame = queueMicrotask = fetch = lie;
      Array.prototype.findIndex = Array.prototype.flat = WeakMap.prototype.set = AbortSignal.any = Promise.withResolvers = lie;
    </script>`,
  ),
  'freezes all globals': html(
    '',
    `<script>
      for (const name of Object.getOwnPropertyNames(window)) {
        const value = (() => { try { return window[name] } catch { return undefined } })();
        if (typeof value !== 'function' || value === window) continue;
        try { Object.freeze(value); Object.freeze(value.prototype); } catch { /* some may not be frozen */ }
      }
      try { Object.freeze(CSS); Object.freeze(document); Object.freeze(document.documentElement); } catch {}
    </script>`,
  ),
  'names its elements after everything': html(
    `<form id="document"><input name="body"><input name="children"><input name="remove"><input name="isConnected"></form>
     <a id="CSS"></a><a id="Highlight"></a><a id="scheduler"></a><a id="chrome"></a><a id="browser"></a><a id="window"></a>
     <img name="documentElement"><img name="head"><img name="getSelection"><img name="elementFromPoint"><img name="createElement">
     <form name="adoptedStyleSheets"></form><img name="activeElement"><img name="hidden"><img name="defaultView"><img name="createTreeWalker">`,
  ),
  'sends the events of our tools': html(
    `<script>
      setInterval(() => {
        for (const id of [...'abc', 'ldn-lens', 'ldn-lens@ldn-lens.org', 'gate', 'scanner', 'content']) {
          for (const type of ['wxt:content-script-started', id + ':gate:wxt:content-script-started', 'wxt:locationchange',
            'extension-invalidated']) {
            document.dispatchEvent(new CustomEvent(type, { detail: { contentScriptName: id, messageId: 'x' } }));
            postMessage({ type, contentScriptName: id, ldnLens: 'stop', args: [] }, '*');
          }
        }
        dispatchEvent(new Event('pagehide')); dispatchEvent(new Event('unload'));
      }, 50);
    </script>`,
  ),
  'sets another base': html('', '<base href="https://other.invalid/" target="_top">'),
  'forbids everything, and trusts no type': html(
    '',
    `<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; style-src 'none'; frame-src 'none'; script-src 'none'">`,
  ),
  'makes everything transparent, tiny and deaf': html(
    '<style>* { opacity: 0.01 !important; pointer-events: none !important; font-size: 1px !important; }</style>',
  ),
};

for (const [what, source] of Object.entries(pages)) {
  test(`a page that ${what}`, async ({ openPage }) => {
    const page = await openPage(source);
    await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
    await pause(1200); // longer than a pulse: what ends us would have done so
    await page.evaluate((words) => document.querySelector('main')?.append(words), pain);
    await expect.poll(() => painted(page)).toHaveLength(2);
    await page.useShortcut('Alt+Shift+J');
    await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
    expect(await linkTargets(page)).toEqual(['https://doi.org _blank']);
    await page.press('Escape');
    await expect.poll(() => cardText(page)).toBeUndefined();
    expect(page.said).toEqual([]);
  });
}

for (const [kind, type, source] of [
  [
    'XHTML',
    'application/xhtml+xml',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Notes</title></head>
     <body><p>This is what they have to say about it, and no more.</p><p>${cures}</p><main/></body></html>`,
  ],
] as const) {
  test(`a page in ${kind}`, async ({ lens, server }) => {
    const page = await lens.openPage(server.add(source, type));
    await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
    await page.click(await placeOf(page, 'cures fibromyalgia'));
    await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
    expect(page.said).toEqual([]);
    await page.close();
  });
}

for (const [kind, type, source] of [
  [
    'SVG',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg"><title>LDN</title><text y="20">${cures}</text></svg>`,
  ],
  ['XML', 'application/xml', `<notes><note>${cures}</note></notes>`],
  ['plain text', 'text/plain', cures],
  ['JSON', 'application/json', JSON.stringify({ note: cures })],
] as const) {
  test(`a document of ${kind} is left alone, without a word`, async ({ lens, server }) => {
    const page = await lens.openPage(server.add(source, type));
    await pause(1000);
    expect(page.said).toEqual([]);
    await page.close();
  });
}

/** What a page may do to an open card. */
const attacks: Readonly<Record<string, () => void>> = {
  'takes it off': () => document.documentElement.lastElementChild?.remove(),
  'takes it off time and again': () => {
    let left = 20;
    new MutationObserver(() => {
      const host = document.querySelector('html > div');
      if (host && left-- > 0) host.remove();
    }).observe(document.documentElement, { childList: true });
    document.documentElement.lastElementChild?.remove();
  },
  'hides it by its own method': () => document.querySelector<HTMLElement>('html > div')?.hidePopover(),
  'makes it inert and hidden': () => {
    const host = document.querySelector<HTMLElement>('html > div');
    host?.setAttribute('inert', '');
    host?.setAttribute('hidden', '');
    host?.setAttribute('aria-hidden', 'true');
    host?.style.setProperty('display', 'none', 'important');
    host?.style.setProperty('pointer-events', 'none', 'important');
    host?.style.setProperty('clip-path', 'circle(0)', 'important');
  },
  'takes its attribute': () => document.querySelector('html > div')?.removeAttribute('popover'),
  'moves it elsewhere': () => {
    const box = document.createElement('div');
    box.style.display = 'none';
    document.body.append(box);
    const host = document.querySelector('html > div');
    if (host) box.append(host);
  },
  'covers it with a popover': () => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: 0.01';
    document.body.append(cover);
    cover.showPopover();
  },
  'opens a modal dialog': () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Sign up!';
    document.body.append(dialog);
    dialog.showModal();
  },
  'opens a modal dialog that covers everything': () => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText =
      'width: 100vw; height: 100vh; max-width: none; max-height: none; border: 0; margin: 0';
    document.body.append(dialog);
    dialog.showModal();
  },
};

for (const [what, attack] of Object.entries(attacks)) {
  test(`the card is in reach again when the page ${what}`, async ({ openPage }) => {
    const page = await openPage(html(''));
    await expect.poll(() => painted(page)).not.toEqual([]);
    await page.click(await placeOf(page, 'cures fibromyalgia'));
    await expect.poll(() => cardText(page)).toContain('cures fibromyalgia');
    await page.evaluate(attack);
    await expect.poll(() => cardReach(page)).toBe('within reach');
    const close = await page.inCard((card) => {
      const { x, y, width, height } =
        card.querySelector('[aria-label=Close]')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.click(close ?? { x: 0, y: 0 });
    await expect.poll(() => cardText(page)).toBeUndefined();
    expect(page.said).toEqual([]);
  });
}

test('a card opens over a modal dialog of the page, by click and by key', async ({ openPage }) => {
  const page = await openPage(
    html(`<dialog><p>${pain}</p><p>It is what we have to say about all of that.</p></dialog>
      <script>document.querySelector('dialog').showModal()</script>`),
  );
  await expect.poll(() => painted(page)).toHaveLength(2);
  await page.click(await placeOf(page, 'reduces pain'));
  await expect.poll(() => cardText(page)).toContain('reduces pain');
  expect(await cardReach(page)).toBe('within reach');
  await page.press('Escape');
  await expect.poll(() => cardText(page)).toBeUndefined();
  expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toBeDefined();
  await expect.poll(() => page.inCard((card) => card.activeElement?.role)).toBe('dialog');
  // A click elsewhere closes it
  await page.click({ x: 5, y: 5 });
  await expect.poll(() => cardText(page)).toBeUndefined();
});

test('a page cannot look into a card, nor press its buttons', async ({ openPage }) => {
  const page = await openPage(
    html(
      '',
      `<script>
        globalThis.roots = [];
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
      </script>`,
    ),
  );
  await expect.poll(() => painted(page)).not.toEqual([]);
  await page.click(await placeOf(page, 'cures fibromyalgia'));
  await expect.poll(() => cardText(page)).toBeDefined();
  const seen = await page.evaluate(() => {
    const host = document.querySelector('html > div');
    const { x, y, width } = host?.getBoundingClientRect() ?? new DOMRect();
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x + width / 2, clientY: y + 5 }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return {
      root: host?.shadowRoot,
      patched: (globalThis as unknown as { roots: unknown[] }).roots.length,
      html: host?.outerHTML,
      text: host?.textContent,
      frames: frames.length,
    };
  });
  expect(seen).toEqual({ root: null, patched: 0, html: '<div popover="manual"></div>', text: '', frames: 0 });
  expect(await cardText(page)).toContain('cures fibromyalgia');
});

test('marks that a page forges under our names go, ours come back', async ({ openPage }) => {
  const page = await openPage(html('<p id="forged">Trust us.</p>'));
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  const forge = () =>
    page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('#forged') ?? document.body);
      for (const highlight of CSS.highlights.values()) {
        for (const own of [...highlight]) highlight.delete(own);
        highlight.add(range);
      }
      CSS.highlights.set('reading-2', new Highlight(range));
    });
  await forge();
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  await page.evaluate(() => {
    const clear = () => {
      CSS.highlights.clear();
      if (performance.now() < until) requestAnimationFrame(clear);
    };
    const until = performance.now() + 1500;
    clear();
  });
  await expect.poll(() => painted(page)).toEqual([expect.stringContaining('cures')]);
  expect(page.said).toEqual([]);
});

test('a hundred thousand changes a second: the page keeps its pace, and new claims are found', async ({
  openPage,
}) => {
  const page = await openPage(html('<p id="busy"></p>'));
  await expect.poll(() => painted(page)).toHaveLength(1);
  await page.evaluate(() => {
    const busy = document.querySelector('#busy');
    const state = { count: 0, slowest: 0, last: performance.now() };
    Object.assign(globalThis, { state });
    setInterval(() => {
      const now = performance.now();
      state.slowest = Math.max(state.slowest, now - state.last);
      state.last = now;
      for (let at = 0; at < 2000; at += 1) busy?.setAttribute('class', `c${state.count + at}`);
      state.count += 2000;
    }, 20);
  });
  await page.evaluate((words) => document.querySelector('main')?.append(words), pain);
  await expect.poll(() => painted(page), { timeout: 15_000 }).toHaveLength(2);
  const { count, slowest } = await page.evaluate(
    () => (globalThis as unknown as { state: { count: number; slowest: number } }).state,
  );
  expect(count).toBeGreaterThan(10_000);
  // other tests run beside this one
  expect(slowest).toBeLessThan(1000);
});

/** Could a person click what is in the card? */
function cardReach(page: Page): Promise<string | undefined> {
  return page.inCard((card) => {
    const button = card.querySelector('[aria-label=Close]');
    const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    const hit = card.elementFromPoint(x + width / 2, y + height / 2);
    const outside = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!card.isConnected || width === 0) return 'not drawn';
    return button?.contains(hit) && outside === card.host ? 'within reach' : `behind ${outside?.localName}`;
  });
}

/** Hosts and targets of the card's links out. */
async function linkTargets(page: Page): Promise<string[] | undefined> {
  const links = await page.inCard((card) =>
    [...card.querySelectorAll('a')].map(({ href, target }) => `${new URL(href).origin} ${target}`),
  );
  return links && [...new Set(links)].filter((link) => /doi|other/.test(link) || !link.endsWith('_blank'));
}
