/** The zoo, a browser with LDN Lens in it and one without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWithLens, openBrowser } from '../extension/browsers.ts';
import { test as base } from '../extension/fixtures.ts';
import type { PageServer } from '../extension/serve-pages.ts';
import type { Marking, State, Zoo } from './live.ts';
import { openZoo } from './site.ts';

export { expect } from '../extension/fixtures.ts';

/** How a page went from state to state. */
export interface Run {
  readonly states: readonly State[];
  /** what stands in its console */
  readonly said: readonly string[];
}

interface ZooFixtures {
  readonly zoo: PageServer;
  /** a browser whose only extension does nothing */
  readonly bareBrowser: BrowserWithLens;
  /** A page as it is by itself; run once. */
  readonly alone: (name: string) => Promise<Run>;
  /** A page that marks itself with mark.js. */
  readonly withPlainMarks: (name: string) => Promise<Run>;
  /** A page in the browser with LDN Lens, which marks as it was told. */
  readonly withLens: (name: string, marking: 'highlights' | 'elements') => Promise<Run>;
}

export const test = base.extend<object, ZooFixtures>({
  zoo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants its first argument taken apart
    async ({}, use) => {
      const zoo = await openZoo();
      await use(zoo);
      zoo.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  bareBrowser: [
    async ({ lensIn }, use) => {
      const extension = emptyExtension();
      const browser = await openBrowser({ name: lensIn, headless: true, say: console.error, extension });
      await use(browser);
      await browser.close();
      rmSync(extension, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  alone: [
    async ({ bareBrowser, zoo }, use) => {
      const known = new Map<string, Promise<Run>>();
      await use((name) => {
        const run = known.get(name) ?? runPage(bareBrowser, zoo.urlOf(`${name}.html`), 'none');
        known.set(name, run);
        return run;
      });
    },
    { scope: 'worker' },
  ],
  withPlainMarks: [
    async ({ bareBrowser, zoo, alone }, use) =>
      use(async (name) => {
        // One tab at a time: those behind are not drawn
        await alone(name);
        return await runPage(bareBrowser, zoo.urlOf(`${name}.html`), 'plain');
      }),
    { scope: 'worker' },
  ],
  withLens: [
    async ({ lens, zoo }, use) => use((name, marking) => runPage(lens, zoo.urlOf(`${name}.html`), marking)),
    { scope: 'worker' },
  ],
});

async function runPage(browser: BrowserWithLens, url: string, marking: Marking): Promise<Run> {
  const page = await browser.openPage(url);
  const states = await page.evaluate((marking) => {
    const { zoo } = window as unknown as { zoo: Zoo };
    return zoo.run(marking);
  }, marking);
  await page.close();
  return { states, said: page.said };
}

function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1.0',
    browser_specific_settings: { gecko: { id: 'nothing@example.org' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
