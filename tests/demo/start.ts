/**
 * `npm start [-- [--firefox] URL-or-FILE]`: opens a browser with the extension on a page. Where there is no display, it
 * prints the claims found and saves pictures instead.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type BrowserWithLens, openBrowser, type Page } from '../extension/browsers.ts';
import { BrowserMissing } from '../extension/install-browser.ts';
import { servePages } from '../extension/serve-pages.ts';
import { showFindings } from './show-findings.ts';

/** Something the person who typed the command can mend; the message says what. */
class CannotStart extends Error {}

const top = join(import.meta.dirname, '../..');

try {
  const words = process.argv.slice(2);
  await start(
    words.find((word) => !word.startsWith('--')) ?? join(top, 'tests/pages/health-blog.html'),
    words.includes('--firefox') ? 'firefox' : 'chromium',
  );
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof BrowserMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start(target: string, name: 'chromium' | 'firefox'): Promise<void> {
  const isVisible =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const { url, stopServing } = await addressOf(target);
  try {
    build(name);
    const lens = await openBrowser({ name, headless: !isVisible, say: console.log });
    try {
      const page = await visit(lens, url, target);
      if (isVisible) {
        console.log(
          'LDN Lens is open: click an underlined sentence, or find its button behind the puzzle piece in',
        );
        console.log('the toolbar. Close the browser window to end.');
        await lens.closed;
      } else {
        await showFindings(page, join(top, '.output/start'));
      }
    } finally {
      await lens.close();
    }
  } finally {
    stopServing();
  }
}

/** A file is served, with the folder it lies in, by a server on this machine; extensions may not read `file:` pages. */
async function addressOf(target: string): Promise<{ url: string; stopServing: () => void }> {
  if (/^https?:\/\//i.test(target)) return { url: target, stopServing: () => {} };
  const path = resolve(process.env.INIT_CWD ?? '.', target);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new CannotStart(`There is no file ${path}.`);
  const server = await servePages(dirname(path));
  return { url: server.urlOf(basename(path)), stopServing: server.close };
}

function build(name: 'chromium' | 'firefox'): void {
  console.log('Building the extension ...');
  const program = join(top, 'src/publish/build.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, name === 'firefox' ? 'firefox' : 'chrome'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new CannotStart(`${stdout}${stderr}`.trim());
}

async function visit(lens: BrowserWithLens, url: string, target: string): Promise<Page> {
  try {
    return await lens.openPage(url);
  } catch (error) {
    const reason = /ERR_\w+|NS_ERROR_\w+|timeout/i.exec(error instanceof Error ? error.message : '')?.[0];
    throw new CannotStart(`${target} could not be opened${reason ? ` (${reason})` : ''}.`);
  }
}
