/** A page that changes: highlights come with new claims, follow what moves, and leave with what goes. */

import { expect, test } from '../extension/fixtures.ts';
import { painted } from './painted.ts';

const claim = 'Low-dose naltrexone cures fibromyalgia.';
const other = 'Low-dose naltrexone reduces pain in fibromyalgia.';

/** Enough of it to be known for English. */
const prose =
  '<p>This is what they have to say about it, and it is not for us to add more than that to what was said.</p>';

interface Scene {
  readonly html: string;
  /** runs in the page, with the words of a claim */
  readonly change: (claim: string) => void;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const cures = 'cures fibromyalgia';
const pain = 'reduces pain';

const scenes: Readonly<Record<string, Scene>> = {
  'text comes': {
    html: `<main><p>${other}</p></main>`,
    change: (claim) => document.querySelector('main')?.insertAdjacentHTML('beforeend', `<p>${claim}</p>`),
    before: [pain],
    after: [pain, cures],
  },
  'text goes': {
    html: `<main><p>${other}</p><p id="x">${claim}</p></main>`,
    change: () => document.querySelector('#x')?.remove(),
    before: [pain, cures],
    after: [pain],
  },
  'text is written into a node': {
    html: '<main><p>Low-dose naltrexone: read on.</p></main>',
    change: (claim) => {
      const text = document.querySelector('p')?.firstChild;
      if (text) text.nodeValue = claim;
    },
    before: [],
    after: [cures],
  },
  'text moves': {
    html: `<main><p>${claim}</p><p id="x">${other}</p></main>`,
    change: () => document.querySelector('main')?.prepend(document.querySelector('#x') ?? ''),
    before: [cures, pain],
    after: [pain, cures],
  },
  'a view is exchanged for another': {
    html: `<main><p>${other}</p></main>`,
    change: (claim) => {
      history.pushState({}, '', '#/other');
      document
        .querySelector('main')
        ?.replaceChildren(Object.assign(document.createElement('p'), { textContent: claim }));
    },
    before: [pain],
    after: [cures],
  },
  'the whole body is exchanged': {
    html: `<main><p>${other}</p></main>`,
    change: (claim) => {
      const body = document.createElement('body');
      body.innerHTML = `<p>${claim}</p>`;
      document.documentElement.replaceChild(body, document.body);
    },
    before: [pain],
    after: [cures],
  },
  'a panel is shown by a class': {
    html: `<style>.panel { display: none } .panel.open { display: block }</style>
      <main><p>${other}</p><div class="panel">${claim}</div></main>`,
    change: () => document.querySelector('.panel')?.classList.add('open'),
    before: [pain],
    after: [pain, cures],
  },
  'a panel is shown by a box that is ticked': {
    html: `<style>#box:not(:checked) ~ p { display: none }</style>
      <main><p>${other}</p><div><input type="checkbox" id="box"><p>${claim}</p></div></main>`,
    change: () => document.querySelector<HTMLElement>('#box')?.click(),
    before: [pain],
    after: [pain, cures],
  },
  'a panel is shown by a style sheet': {
    html: `<style id="rule">.panel { display: none }</style><main><p>${other}</p><div class="panel">${claim}</div></main>`,
    change: () => {
      const { sheet } = document.querySelector<HTMLStyleElement>('#rule') ?? {};
      sheet?.deleteRule(0);
    },
    before: [pain],
    after: [pain, cures],
  },
  'a panel is hidden': {
    html: `<main><p>${other}</p><div id="x">${claim}</div></main>`,
    change: () => document.querySelector('#x')?.setAttribute('hidden', ''),
    before: [pain, cures],
    after: [pain],
  },
  'a panel becomes visible': {
    html: `<style>.unseen { visibility: hidden }</style><main><p>${other}</p><div class="unseen"><p>${claim}</p></div></main>`,
    change: () => document.querySelector('.unseen')?.classList.remove('unseen'),
    before: [pain],
    after: [pain, cures],
  },
  'details are opened': {
    html: `<main><p>${other}</p><details><summary>More</summary>${claim}</details></main>`,
    change: () => document.querySelector('summary')?.click(),
    before: [pain, cures],
    after: [pain, cures],
  },
  'an open shadow tree is filled': {
    html: `<main><p>${other}</p><x-card></x-card></main>`,
    change: (claim) => {
      const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = `<p>${claim}</p>`;
    },
    before: [pain],
    after: [pain, cures],
  },
  'text comes into a shadow tree': {
    html: `<main><p>${other}</p><x-card><template shadowrootmode="open"><p>Wait.</p></template></x-card></main>`,
    change: (claim) => {
      const place = document.querySelector('x-card')?.shadowRoot?.querySelector('p');
      if (place) place.textContent = claim;
    },
    before: [pain],
    after: [pain, cures],
  },
  'a page speaks of LDN only later': {
    html: '<main><p>Nothing yet.</p></main>',
    change: (claim) => document.querySelector('main')?.insertAdjacentHTML('beforeend', `<p>${claim}</p>`),
    before: [],
    after: [cures],
  },
  'a page speaks of LDN only later, in a shadow tree': {
    html: '<main><x-card><template shadowrootmode="open"><p>Wait.</p></template></x-card></main>',
    change: (claim) => {
      const place = document.querySelector('x-card')?.shadowRoot?.querySelector('p');
      if (place) place.textContent = claim;
    },
    before: [],
    after: [cures],
  },
  'the page takes our highlights off': {
    html: `<main><p>${claim}</p></main>`,
    change: () => CSS.highlights.clear(),
    before: [cures],
    after: [cures],
  },
  'the page empties our highlights': {
    html: `<main><p>${claim}</p></main>`,
    change: () => {
      for (const highlight of CSS.highlights.values()) highlight.clear();
    },
    before: [cures],
    after: [cures],
  },
  'the page puts an end to all timers': {
    html: `<main><p>${other}</p></main>`,
    change: (claim) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', `<p>${claim}</p>`);
      const end = () => {
        for (let timer = 0; timer < 10_000; timer += 1) clearTimeout(timer);
      };
      for (let frame = 0; frame < 60; frame += 1) setTimeout(end, frame * 16);
    },
    before: [pain],
    after: [pain, cures],
  },
  'the page never rests': {
    html: `<main><p>${other}</p><p id="clock">0</p></main>`,
    change: (claim) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', `<p>${claim}</p>`);
      let count = 0;
      const tick = () => {
        const clock = document.querySelector('#clock');
        if (clock) for (let at = 0; at < 1000; at += 1) clock.textContent = String(count + at);
        count += 1000;
        requestAnimationFrame(tick);
      };
      tick();
    },
    before: [pain],
    after: [pain, cures],
  },
};

for (const [name, { html, change, before, after }] of Object.entries(scenes)) {
  test(name, async ({ openPage }) => {
    const page = await openPage(`<!doctype html><html lang="en"><title>Notes</title><body>${prose}${html}`);
    const texts = async () =>
      (await painted(page)).map((text) => [cures, pain].find((words) => text.includes(words)) ?? text).sort();
    await expect.poll(texts).toEqual([...before].sort());
    await page.evaluate(change, claim);
    await expect.poll(texts, { timeout: 5000 }).toEqual([...after].sort());
    expect(page.said).toEqual([]);
  });
}

test('new text is marked within 300 ms', async ({ openPage }) => {
  const page = await openPage('health-blog.html');
  await expect.poll(() => painted(page)).not.toEqual([]);
  const took = await page.evaluate(async (claim) => {
    const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = count();
      const begun = performance.now();
      document.querySelector('main')?.insertAdjacentHTML('beforeend', `<p>${claim}</p>`);
      while (count() === before) await new Promise(requestAnimationFrame);
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times;
  }, claim);
  // The best of five: other work on this machine is not what is measured
  expect(Math.min(...took)).toBeLessThan(300);
});
