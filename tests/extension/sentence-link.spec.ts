/** Links to a sentence, as card and popup give them: each browser must find the very place. */

import { sentenceAddress } from '../../src/ui/sentence-address.ts';
import type { Page } from './browsers.ts';
import { expect, test } from './fixtures.ts';

const far = '<div style="height:3000px"></div>';

/** The sentence as the scanner reads it, and the paragraph that says it, far down in a page. */
const sentences: readonly (readonly [name: string, html: string, quote: string])[] = [
  [
    'dashes, commas, quotes',
    '<p>LDN — well-known, cheap &amp; “safe” (mostly) — is 50% better!</p>',
    'LDN — well-known, cheap & “safe” (mostly) — is 50% better!',
  ],
  [
    'markup within',
    '<p>LDN <b>reduces</b>\n <a href="#">pain</a> in <em>most</em> people.</p>',
    'LDN reduces pain in most people.',
  ],
  [
    'a footnote at its end',
    '<p>LDN reduces pain in most people<sup>12</sup></p>',
    'LDN reduces pain in most people',
  ],
  ['a line break', '<p>LDN reduces<br>pain in most people.</p>', 'LDN reduces\npain in most people.'],
  [
    'a row of cells',
    '<table><tr><td>Pain</td><td>LDN helps a lot</td></tr></table>',
    'Pain\tLDN helps a lot',
  ],
  [
    '600 characters',
    `<p>LDN ${'and so it goes on '.repeat(33)}to its end.</p>`,
    `LDN ${'and so it goes on '.repeat(33)}to its end.`,
  ],
  [
    'signs of other alphabets',
    '<p>LDN 💊 lindert – sagt Łucja – den Schmerz (もっと).</p>',
    'LDN 💊 lindert – sagt Łucja – den Schmerz (もっと).',
  ],
];

const scrolled = (page: Page) => page.evaluate(() => scrollY);

for (const [name, html, quote] of sentences) {
  test(`a link finds a sentence with ${name}`, async ({ openPage }) => {
    const page = await openPage(`<!doctype html><title>LDN</title>${far}${html}${far}`);
    const after = html.includes('<sup>') ? ' 12' : '';
    await page.goto(sentenceAddress({ quote, after, address: await page.url() }));
    await expect.poll(() => scrolled(page)).toBeGreaterThan(1500);
  });
}

test('a link finds the second of two sentences with the same words', async ({ openPage }) => {
  const page = await openPage(
    `<!doctype html><title>LDN</title><p>Some hope. LDN helps.</p>${far}<p>It is true (they say): LDN helps. So be it.</p>${far}`,
  );
  const place = {
    quote: 'LDN helps',
    before: 'It is true (they say): ',
    after: '. So be it.',
    isRepeated: true,
  };
  await page.goto(sentenceAddress({ ...place, address: await page.url() }));
  await expect.poll(() => scrolled(page)).toBeGreaterThan(1500);
});
