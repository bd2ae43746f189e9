/**
 * What a screen reader is told of card and list, read from the browsers' own accessibility trees (the card stands in a closed shadow
 * root), and held as snapshots: the same for both browsers. `-u` after `playwright test` writes them anew; read what changed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/database/schema.ts';
import type { View } from '../extension/browsers.ts';
import { builtExtension } from '../extension/built-extension.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, clickOn, highlightedTexts } from '../extension/reading.ts';

const article = `<!doctype html><html lang="en"><title>Notes</title>
<h1>What they say</h1><p>This is what they have to say about it, and it is not for us to add more than that.</p>
<p>Low-dose naltrexone cures fibromyalgia.</p>
<p>Low-dose naltrexone (LDN) reduces fibromyalgia pain and helps fatigue.</p>
<p>Low-dose naltrexone may reduce pain in people with fibromyalgia.</p></html>`;

const { claims } = JSON.parse(
  readFileSync(join(builtExtension('chromium'), 'database.json'), 'utf8'),
) as Database;

/** The evidence changes with every edition; what a snapshot holds is how it is told. */
function withoutEvidence(tree: string): string {
  const texts = claims.flatMap(({ id, statement, answer, summary }) => [
    [statement, `{${id}}`] as const,
    [answer, `{answer on ${id}}`] as const,
    [summary, `{summary on ${id}}`] as const,
  ]);
  return texts
    .sort(([one], [other]) => other.length - one.length)
    .reduce((text, [words, name]) => text.replaceAll(words, name), tree)
    .replace(/\d+ \p{Lu}\p{L}+ \d{4}/gu, '{date}')
    .replace(/\d+ (study|studies) and sources?|\d+ studies?/gu, '{studies}')
    .replace(/Version \d+/gu, 'Version {number}');
}

/** The part of a tree below the first line that holds these words. */
function below(tree: string, words: string): string {
  const lines = tree.split('\n');
  const first = lines.findIndex((line) => line.includes(words));
  const depth = lines[first]?.search(/\S/) ?? 0;
  const rest = lines.slice(first + 1).findIndex((line) => line.search(/\S/) <= depth);
  return lines
    .slice(first, rest < 0 ? undefined : first + 1 + rest)
    .map((line) => line.slice(depth))
    .join('\n');
}

const hasHeading = (view: View, words: RegExp) =>
  expect.poll(() => view.evaluate(() => document.querySelector('h1')?.textContent ?? '')).toMatch(words);

test('the card', async ({ openPage }) => {
  const page = await openPage(article);
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(3);
  const popup = await page.openPopup();
  await hasHeading(popup, /claims/);
  await clickOn(popup, 'li button', 'helps fatigue');
  await expect.poll(() => cardText(page)).toContain('Version');
  const tree = async () => withoutEvidence(below(await page.tree(), 'dialog'));
  await expect.poll(tree).toContain('not medical advice');
  expect(await tree()).toMatchSnapshot('card.txt');
});

test('the prose is not spoken into', async ({ openPage }) => {
  const page = await openPage(article);
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(3);
  const silent = await openPage(article.replaceAll('naltrexone', 'nothing').replaceAll('LDN', 'N'));
  const plain = (await silent.tree()).replaceAll('nothing', 'naltrexone').replaceAll('(N)', '(LDN)');
  expect(await page.tree()).toBe(plain);
});

test('the list of claims in the popup', async ({ openPage }) => {
  const page = await openPage(article);
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(3);
  const popup = await page.openPopup();
  await hasHeading(popup, /claims/);
  await expect.poll(() => popup.tree()).toContain('not medical advice');
  expect(withoutEvidence(await popup.tree())).toMatchSnapshot('popup.txt');
  expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('h1');
  await popup.close();
});

test('the options', async ({ lens }) => {
  const options = await lens.openExtensionPage('options.html');
  await hasHeading(options, /options/);
  const tree = async () => withoutEvidence(below(await options.tree(), 'main'));
  await expect.poll(tree).toContain('not medical advice');
  const text = (await tree()).replace(
    /region "Evidence database"[\s\S]*?(?=\n {2}region)/u,
    'region "Evidence database"',
  );
  expect(text).toMatchSnapshot('options.txt');
  await options.close();
});
