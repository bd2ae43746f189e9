import { join } from 'node:path';
import type { BrowserName } from './find-browser.ts';

/** Where the build puts the extension for a browser. */
export function builtExtension(name: BrowserName): string {
  return join(import.meta.dirname, '../../.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}
