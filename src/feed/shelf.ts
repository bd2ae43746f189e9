/** Where the database lies: in the package, and under one key of the extension's storage. */
import { browser } from '../browser.ts';
import type { Shelf } from './load-database.ts';

const key = 'database';

export const shelf: Shelf = {
  readBundled: async () => (await fetch(browser.runtime.getURL('database.json'))).json(),
  readStored: async () => (await browser.storage.local.get(key))[key],
  store: (loaded) => browser.storage.local.set({ [key]: loaded }),
};
