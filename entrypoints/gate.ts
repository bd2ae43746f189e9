/**
 * On every page and in every frame: does it speak of LDN? If so, asks for the scanner.
 *
 * An unlisted script that the manifest names, and no WXT content script: those tell the page by an event that they are
 * there, and end when the page sends that event itself.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../src/messages.ts';
import { watchGate } from '../src/page/gate.ts';
import { takeOver } from '../src/page/take-over.ts';

export default defineUnlistedScript(() => {
  const ended = takeOver('gate');
  const start = () => watchGate(window, opened, ended.signal);
  // A page that the browser loads in advance, and nobody has opened yet
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else start();

  function opened(): void {
    ended.abort();
    // Rejects when the extension was updated or removed under the page: then there is nothing to be done here
    ask('startScanner').catch(() => undefined);
  }
});
