/** What pages and storage should not be like, and are: nothing breaks, nothing is said, nothing is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWithLens } from './browsers.ts';
import { expect, test } from './fixtures.ts';
import { highlightedTexts } from './reading.ts';

const sentence = 'Low-dose naltrexone cures fibromyalgia.';
const page = (body: string) => `<!doctype html><html lang="en"><title>LDN</title><body>${body}`;

/** Prose without a word of LDN. */
const filler = (characters: number) => {
  const paragraph = `<p>${'The village has a square, two bakers and a school where the bus turns round. '.repeat(8)}</p>\n`;
  return paragraph.repeat(Math.ceil(characters / paragraph.length));
};

const readable: Record<string, string> = {
  'malformed markup': page(
    `<div><p><b>Well<i>then</b></i><table><tr><p>${sentence}<td><li></div></b>&nosuch; <a href="<">x<p =">`,
  ),
  'fields named like properties of the document': page(
    `<form><input name="firstChild"><input name="parentNode"><input name="nodeType"><input name="textContent">
     <p>${sentence}</p></form><img name="body"><img name="title"><a id="CSS"></a><a id="Highlight"></a>`,
  ),
  'elements nested fifteen hundred deep': page(`<p>${sentence}</p><script>
    let inner = document.querySelector('p');
    for (let depth = 0; depth < 1500; depth++) {
      const outer = document.createElement('div');
      inner.replaceWith(outer);
      outer.append(inner);
    }</script>`),
  'five megabytes of text': page(`${filler(2_500_000)}<p>${sentence}</p>${filler(2_500_000)}`),
  'lone surrogates and control characters': page(`<p>\uFFFE\u0001 ${sentence} \u202E</p><script>
    document.querySelector('p').append('\\uD800 and \\uDC00')</script>`),
  'a page that forbids everything': `<!doctype html><html lang="en"><head><title>LDN</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'"></head><p>${sentence}</p>`,
};

for (const [name, html] of Object.entries(readable)) {
  test(`finds the claim, and no other, in ${name}`, async ({ openPage }) => {
    test.slow(html.length > 1e6, 'a long page takes its time');
    const tab = await openPage(html);
    await expect
      .poll(() => highlightedTexts(tab), { timeout: 90_000 })
      .toEqual([expect.stringContaining('cures')]);
    expect(tab.said).toEqual([]);
  });
}

const silent: Record<string, string> = {
  'no body': page(`<p>${sentence}</p><script>document.body.remove()</script>`),
  'no root': page(`<p>${sentence}</p><script>document.documentElement.remove()</script>`),
  'nothing at all': '',
  'frames instead of a body': '<!doctype html><title>LDN</title><frameset><frame></frameset>',
  'LDN that is London': page(
    '<h1>LDN guide</h1><p>Fly from LDN to Oslo in two hours. Pain au chocolat in LDN improves any morning; LDN never sleeps.</p>',
  ),
  'LDN that is a dissection of lymph nodes': page(
    '<p>Laparoscopic LDN reduced pain after surgery compared with open lymph node dissection (LDN).</p>',
  ),
};

for (const [name, html] of Object.entries(silent)) {
  test(`marks nothing and says nothing on a page with ${name}`, async ({ openPage }) => {
    const tab = await openPage(html);
    await pause(1500); // longer than the gate and the scanner take
    expect(await highlightedTexts(tab)).toEqual([]);
    expect(tab.said).toEqual([]);
  });
}

const stores: Record<string, () => Promise<void>> = {
  'is empty': () => chrome.storage.local.clear(),
  'holds rubbish': async () => {
    const keys = Object.keys(await chrome.storage.local.get());
    await chrome.storage.local.set(
      Object.fromEntries([...keys, 'settings'].map((key) => [key, { at: [null, 'rubbish'] }])),
    );
  },
  'holds half a feed': () =>
    chrome.storage.local.set({
      feed: { text: '{"payloadType":"application/vnd.ldn-lens.feed+js' },
      settings: 17,
    }),
};

for (const [name, spoil] of Object.entries(stores)) {
  test(`the database in the package takes over where storage ${name}`, async ({ lens, openPage }) => {
    await spoilStorage(lens, spoil);
    const tab = await openPage(page(`<p>${sentence}</p>`));
    await expect.poll(() => highlightedTexts(tab)).toContainEqual(expect.stringContaining('cures'));
    expect(tab.said).toEqual([]);
  });
}

/** Puts storage into a state that it should not be in, behind the back of a background that is not running. */
async function spoilStorage(lens: BrowserWithLens, spoil: () => Promise<void>): Promise<void> {
  const own = await lens.openExtensionPage('popup.html');
  await own.evaluate(spoil);
  await lens.stopBackground();
  await own.close();
}
