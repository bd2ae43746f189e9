/** What each browser test begins with: a browser with LDN Lens in it, and pages to open there. */
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type BrowserName, type BrowserWithLens, openBrowser, type Page } from './browsers.ts';
import { type PageServer, servePages } from './serve-pages.ts';

export { expect } from '@playwright/test';

export interface Options {
  readonly lensIn: BrowserName;
}

interface WorkerFixtures extends Options {
  /** one browser for all tests of a worker */
  readonly lens: BrowserWithLens;
  readonly server: PageServer;
}

interface Fixtures {
  /** Opens a page in a tab of its own: a file of tests/pages by its name, or HTML. Closed after the test. */
  readonly openPage: (page: string | Uint8Array) => Promise<Page>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  lensIn: ['chromium', { option: true, scope: 'worker' }],
  lens: [
    async ({ lensIn }, use) => {
      const lens = await openBrowser({ name: lensIn, headless: true, say: console.error });
      await use(lens);
      await lens.close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants its first argument taken apart
    async ({}, use) => {
      const server = await servePages(join(import.meta.dirname, '../pages'));
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],
  openPage: async ({ lens, server }, use) => {
    const opened: Page[] = [];
    await use(async (page) => {
      const isFile = typeof page === 'string' && /^[\w-]+\.\w+$/.test(page);
      const tab = await lens.openPage(isFile ? server.urlOf(page) : server.add(page));
      opened.push(tab);
      return tab;
    });
    for (const page of opened) await page.close();
  },
});
