/** What the built packages hold: small where it must be small, and nothing that comes from elsewhere. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from './built-extension.ts';
import { browserNames } from './find-browser.ts';

/** In bytes. The gate runs on every page there is; the scanner on pages that speak of LDN. */
const limits = { 'gate.js': 8_192, 'scanner.js': 200_000 };
const packageLimit = 3_000_000;

/** Where the code may lead a reader: to publications and registries, always by a click. */
const linked =
  /^(doi\.org|(pubmed|pmc|www)\.ncbi\.nlm\.nih\.gov|clinicaltrials\.gov|www\.(isrctn\.com|clinicaltrialsregister\.eu|anzctr\.org\.au))$/;
/** Names that look like addresses: of the vocabularies of XML, annotations, zod and ClaimReview. */
const vocabularies = /^(www\.w3\.org|json-schema\.org|schema\.org)$/;

describe.each(browserNames)('the package for %s', (name) => {
  const folder = builtExtension(name);
  const files = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  const scripts = files.filter((path) => path.endsWith('.js'));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  test('has the manifest that was agreed on', async () => {
    const manifest = JSON.stringify(JSON.parse(read('manifest.json')), null, 2);
    await expect(`${manifest}\n`).toMatchFileSnapshot(`manifest-${name}.json`);
  });

  test.each(Object.entries(limits))('%s is at most %d bytes', (path, limit) => {
    expect(statSync(join(folder, path)).size).toBeLessThanOrEqual(limit);
  });

  test('is small altogether', () => {
    const size = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    expect(size).toBeLessThanOrEqual(packageLimit);
  });

  test('checks data in the background, never in pages', () => {
    const zod = /ZodError|invalid_type/;
    expect(read('background.js')).toMatch(zod);
    expect(['gate.js', 'scanner.js'].filter((path) => zod.test(read(path)))).toEqual([]);
  });

  test('asks nothing of the network from within a page', () => {
    const network = /\bfetch\s*\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\bimport\s*\(/;
    expect(['gate.js', 'scanner.js'].filter((path) => network.test(read(path)))).toEqual([]);
  });

  test('runs no text as code', () => {
    const running = /\beval\s*\(|new Function\s*\(|\.innerHTML\s*=|insertAdjacentHTML|document\.write/;
    expect(scripts.filter((path) => running.test(read(path)))).toEqual([]);
  });

  test('knows no address but those of publications', () => {
    const hosts = [...scripts, ...files.filter((path) => /\.(css|html)$/.test(path))].flatMap((path) =>
      [...read(path).matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = '']) => host),
    );
    expect(hosts.filter((host) => !linked.test(host) && !vocabularies.test(host))).toEqual([]);
  });

  test('says nothing of the machine it was built on', () => {
    const traces = /\/home\/|\/root\/|\/tmp\/|\/work\/|node_modules|sourceMappingURL/;
    expect(files.filter((path) => /\.(js|css|html|json)$/.test(path) && traces.test(read(path)))).toEqual([]);
  });
});
