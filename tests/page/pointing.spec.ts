/** Clicks and keys on a highlight: the page's own links and buttons come first. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, highlightedTexts, placeOf } from '../extension/reading.ts';
import { painted, placeInHighlight } from './painted.ts';

const prose = 'This is what they have to say about it, and it is not for us to add more than that.';
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Notes</title><body><p>${prose}</p>${body}`;

interface Try {
  readonly html: string;
  /** where to click */
  readonly on: string;
  readonly opens: boolean;
}

const tries: Readonly<Record<string, Try>> = {
  'plain text': { html: '<p>Low-dose naltrexone cures fibromyalgia.</p>', on: 'cures', opens: true },
  'bold text': { html: '<p>Low-dose naltrexone <b>cures</b> fibromyalgia.</p>', on: 'cures', opens: true },
  'a link in the sentence': {
    html: '<p>Low-dose naltrexone <a href="#there">cures</a> fibromyalgia.</p>',
    on: 'cures',
    opens: false,
  },
  'plain text beside a link': {
    html: '<p>Low-dose naltrexone <a href="#there">surely</a> cures fibromyalgia.</p>',
    on: 'cures',
    opens: true,
  },
  'text that is no claim': {
    html: '<p>Low-dose naltrexone cures fibromyalgia.</p>',
    on: prose.slice(0, 20),
    opens: false,
  },
  'something that lies over the sentence': {
    html: '<p>Low-dose naltrexone cures fibromyalgia.</p><div style="position:fixed;inset:0"></div>',
    on: 'cures',
    opens: false,
  },
  'a sentence in a shadow tree': {
    html: '<x-card><template shadowrootmode="open"><p>Low-dose naltrexone cures fibromyalgia.</p></template></x-card>',
    on: 'cures',
    opens: true,
  },
  'a sentence whose page stops all clicks': {
    html: `<p>Low-dose naltrexone cures fibromyalgia.</p><script>
      document.addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)</script>`,
    on: 'cures',
    opens: true,
  },
};

for (const [name, { html, on, opens }] of Object.entries(tries)) {
  test(`a click on ${name} ${opens ? 'opens' : 'opens no'} card`, async ({ openPage }) => {
    const tab = await openPage(page(html));
    await expect.poll(() => painted(tab)).not.toEqual([]);
    await tab.click(await (on === 'cures' ? placeInHighlight : placeOf)(tab, on));
    if (opens) await expect.poll(() => cardText(tab)).toContain('cures');
    else {
      await pause(300);
      expect(await cardText(tab)).toBeUndefined();
    }
    if (on === 'cures' && html.includes('#there"')) {
      expect((await tab.url()).endsWith('#there')).toBe(!opens);
    }
    expect(tab.said).toEqual([]);
  });
}

test('a click that a script makes opens nothing', async ({ openPage }) => {
  const tab = await openPage(page('<p id="x">Low-dose naltrexone cures fibromyalgia.</p>'));
  await expect.poll(() => highlightedTexts(tab)).not.toEqual([]);
  const at = await placeOf(tab, 'cures');
  await tab.evaluate(
    ({ x, y }) => {
      document
        .querySelector('#x')
        ?.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, composed: true }));
    },
    { ...at },
  );
  await pause(300);
  expect(await cardText(tab)).toBeUndefined();
});

test('the end of selecting words opens nothing', async ({ openPage }) => {
  const tab = await openPage(page('<p>Low-dose naltrexone cures fibromyalgia.</p>'));
  await expect.poll(() => highlightedTexts(tab)).not.toEqual([]);
  const at = await placeOf(tab, 'cures');
  await tab.evaluate(() => {
    addEventListener('mousedown', (event) => event.preventDefault());
    getSelection()?.selectAllChildren(document.body);
  });
  await tab.click(at);
  await pause(300);
  expect(await cardText(tab)).toBeUndefined();
});

test('the card stays with its sentence when the page changes, and goes with it', async ({ openPage }) => {
  const tab = await openPage(page('<p id="x">Low-dose naltrexone cures fibromyalgia.</p>'));
  await expect.poll(() => highlightedTexts(tab)).not.toEqual([]);
  await tab.click(await placeOf(tab, 'cures'));
  await expect.poll(() => cardText(tab)).toContain('cures');
  await tab.evaluate(() =>
    document.body.insertAdjacentHTML('afterbegin', '<p>LDN reduced pain in fibromyalgia.</p>'),
  );
  await expect.poll(async () => (await highlightedTexts(tab)).length).toBe(2);
  expect(await cardText(tab)).toContain('cures');
  await tab.evaluate(() => document.querySelector('#x')?.remove());
  await expect.poll(() => cardText(tab)).toBeUndefined();
});
