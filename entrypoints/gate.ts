/**
 * On every page and in every frame: does it speak of LDN? If so, asks for the scanner.
 *
 * An unlisted script that the manifest names, and no WXT content script: those tell the page by an event that they are
 * there, and end when the page sends that event itself.
 */
import type { Browser } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { BackgroundMessages } from '../src/messages.ts';
import { watchGate } from '../src/page/gate.ts';
import { takeOver } from '../src/page/take-over.ts';

/** Both browsers have it. The polyfill would be four fifths of what every page must load, for one message. */
declare const chrome: Browser;
const startScanner = { ldnLens: 'startScanner', args: [] } satisfies {
  ldnLens: keyof BackgroundMessages;
  args: readonly unknown[];
};

export default defineUnlistedScript(() => {
  const ended = takeOver('gate');
  const start = () => watchGate(window, opened, ended.signal);
  // A page that the browser loads in advance, and nobody has opened yet
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else start();

  async function opened(): Promise<void> {
    ended.abort();
    try {
      await chrome.runtime.sendMessage(startScanner);
    } catch {
      // The extension was updated or removed under the page: then there is nothing to be done here
    }
  }
});
