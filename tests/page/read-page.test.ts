/** The reader without a browser, as the command line uses it. */
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/page/read-page.ts';
import { readCases } from './read-cases.ts';
import { followBack } from './read-in-page.ts';
import { misplaced, sketch } from './sketch.ts';

const cases = Object.entries(readCases).filter(([, { needsLayout }]) => !needsLayout);

async function read(html: string) {
  const { window } = new JSDOM(`<!doctype html><html lang="en"><title>Test</title><body>${html}`);
  return followBack(window, await readDocument(window));
}

test.each(cases)('%s', async (_name, { html, blocks }) => {
  const found = await read(html);
  expect(sketch(found)).toEqual(blocks);
  expect(misplaced(found)).toEqual([]);
});

test("title and language are the page's", async () => {
  expect((await read('')).page).toEqual({ title: 'Test', language: 'en', blocks: [] });
});

test('a document without anything in it', async () => {
  const { window } = new JSDOM('');
  window.document.documentElement.remove();
  expect((await readDocument(window)).page.blocks).toEqual([]);
});
