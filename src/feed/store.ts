/** Where the database lies: in the package, and as a signed feed under one key of the extension's storage. */
import { browser } from '../browser.ts';
import type { Shelf } from './keeper.ts';
import { type CheckRecord, readRecord } from './record.ts';

const feedKey = 'feed';
const recordKey = 'feed checks';

/** The shelf of the installed extension. */
export const shelf: Shelf = {
  readBundled: async () => (await fetch(browser.runtime.getURL('database.json'))).json(),
  readFeed: async () => (await browser.storage.local.get(feedKey))[feedKey],
  storeFeed: (feed) => browser.storage.local.set({ [feedKey]: feed }),
  readRecord: async () => {
    const [lasting, passing] = await Promise.all([
      browser.storage.local.get(recordKey),
      browser.storage.session.get(recordKey),
    ]);
    return later(readRecord(lasting[recordKey]), readRecord(passing[recordKey]));
  },
  storeRecord: async (record) => {
    // When the storage is full there is room for this in memory, and then the reader must hear of it above all
    await Promise.allSettled([
      browser.storage.local.set({ [recordKey]: record }),
      browser.storage.session.set({ [recordKey]: record }),
    ]);
  },
};

function later(one: CheckRecord, other: CheckRecord): CheckRecord {
  return (other.at ?? 0) > (one.at ?? 0) ? other : one;
}
