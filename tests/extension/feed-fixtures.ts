/** What the feed's browser tests begin with: a host, two keys, an extension that follows them, and a clean storage. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../../src/database/schema.ts';
import type { DatabaseStatus } from '../../src/database/status.ts';
import { newSigner, type Signer, sealed } from '../feed/example.ts';
import { type BrowserWithLens, openBrowser, type Page, type View } from './browsers.ts';
import { buildVariant } from './build-variant.ts';
import { type FeedHost, startFeedHost } from './feed-host.ts';
import { test as base } from './fixtures.ts';
import { eventually } from './reading.ts';

export { expect } from '@playwright/test';

/** An installed extension, its feed, and whoever publishes it. */
export interface Subscription {
  readonly browser: BrowserWithLens;
  readonly host: FeedHost;
  readonly signer: Signer;
  readonly stranger: Signer;
  /** what the extension's package holds: version 1 */
  readonly bundled: Database;
  /** Puts another database into the package, as an update of the extension does, and starts the background anew. */
  rebundle(database: Database): Promise<void>;
  /** A signed feed with the package's database under this number, changed as told. */
  feed(version: number, change?: Partial<Database>, dates?: object): Promise<string>;
  payload(version: number, change?: object, dates?: object): object;
}

/** The extension's own page, from which a test asks the background as popup and options do. */
export interface Desk extends View {
  status(): Promise<DatabaseStatus>;
  checkNow(): Promise<DatabaseStatus>;
  /** The database in use, as pages get it; only its number and how much it holds. */
  inUse(): Promise<{ version: number; claims: number }>;
}

const day = 86_400_000;

export const test = base.extend<
  { desk: Desk; openTab: (html: string) => Promise<Page> },
  { feed: Subscription }
>({
  feed: [
    async ({ lensIn }, use) => {
      const [host, signer, stranger] = await Promise.all([startFeedHost(), newSigner(), newSigner()]);
      const extension = await buildVariant(lensIn, host.url, [signer.publicKey]);
      const file = join(extension, 'database.json');
      const bundled: Database = { ...JSON.parse(readFileSync(file, 'utf8')), version: 1 };
      writeFileSync(file, JSON.stringify(bundled));
      const browser = await openBrowser({ name: lensIn, headless: true, say: console.error, extension });
      const payload = (version: number, change: object = {}, dates: object = {}) => ({
        format: 1,
        issued: new Date(Date.now() - 60_000).toISOString(),
        expires: new Date(Date.now() + 90 * day).toISOString(),
        ...dates,
        database: { ...bundled, version, ...change },
      });
      await use({
        browser,
        host,
        signer,
        stranger,
        bundled,
        payload,
        feed: (version, change, dates) => sealed(payload(version, change, dates), [signer]),
        rebundle: async (database) => {
          writeFileSync(file, JSON.stringify(database));
          await browser.stopBackground();
        },
      });
      await browser.close();
      await host.close();
      rmSync(dirname(extension), { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  desk: async ({ feed }, use) => {
    const page = await feed.browser.openExtensionPage('options.html');
    const ask = (name: string): Promise<DatabaseStatus> =>
      page.evaluate(
        (message): Promise<DatabaseStatus> => chrome.runtime.sendMessage({ ldnLens: message, args: [] }),
        name,
      );
    // a background is not stopped while the browser is still installing it
    await eventually(() => ask('getDatabaseStatus').catch(() => undefined), 10_000);
    await page.evaluate(async () => {
      await chrome.storage.local.clear();
      await chrome.storage.session.clear();
    });
    await feed.rebundle(feed.bundled);
    feed.host.requests.length = 0;
    await use({
      ...page,
      status: () => ask('getDatabaseStatus'),
      checkNow: () => ask('checkNow'),
      inUse: () =>
        page.evaluate(async () => {
          const message = { ldnLens: 'getDatabase', args: [] };
          const { version, claims }: Database = await chrome.runtime.sendMessage(message);
          return { version, claims: claims.length };
        }),
    });
    await page.close().catch(() => undefined); // a test may have closed it
  },
  openTab: async ({ feed, server }, use) => {
    const opened: Page[] = [];
    await use(async (html) => {
      const page = await feed.browser.openPage(server.add(html));
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.close();
  },
});
