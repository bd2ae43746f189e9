/** Builds the extension as it is, with a feed of the test's own: address and public keys are what a publisher sets, too. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from './find-browser.ts';

const top = join(import.meta.dirname, '../..');

/** The folder of an extension for this browser that follows this feed. */
export async function buildVariant(name: BrowserName, url: string, keys: readonly string[]): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'lens-variant-'));
  const browser = name === 'chromium' ? 'chrome' : 'firefox';
  const inline = JSON.stringify({ root: top, browser, outDir });
  const script = `const { build } = await import('wxt'); await build(${inline});`;
  const env = { ...process.env, WXT_FEED_URL: url, WXT_FEED_KEYS: keys.join(',') };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: top, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(said);
  return join(outDir, `${browser}-mv3`);
}
