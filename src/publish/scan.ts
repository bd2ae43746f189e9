/**
 * `npm run --silent scan -- FILE.html ...`: what the extension would find in HTML files, one JSON object a line for each
 * mention, in page order. A file that cannot be read is named on stderr, and the others are scanned all the same.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { createMatcher, type Matcher } from '../matching/find-mentions.ts';
import { readDocument } from '../page/read-page.ts';
import { compileDatabase } from './compile-database.ts';

/** npm runs us in the project's folder; names of files mean the folder that the person is in. */
const here = process.env.INIT_CWD ?? '.';
const files = process.argv.slice(2);
if (files.length) await scanAll();
else fail('usage: npm run --silent scan -- FILE.html ...');

async function scanAll(): Promise<void> {
  const matcher = createMatcher(compileDatabase());
  for (const file of files) {
    const html = readHtml(file);
    if (html) for (const line of await scan(file, html, matcher)) console.log(line);
  }
}

async function scan(file: string, html: Buffer, matcher: Matcher): Promise<string[]> {
  const { window } = new JSDOM(html, { contentType: 'text/html' });
  const { page } = await readDocument(window);
  window.close();
  const text = page.blocks.map((block) => block.text).join('\n');
  return matcher.read(page).mentions.map(({ start, end, claims }) =>
    JSON.stringify({
      file,
      quote: text.slice(start, end),
      start,
      end,
      claims: claims.map(({ id, stance, verdict }) => ({ id, stance, verdict })),
    }),
  );
}

function readHtml(file: string): Buffer | undefined {
  try {
    return readFileSync(resolve(here, file));
  } catch (error) {
    fail(`${file}: ${reasonOf(error)}`);
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'EACCES') return 'may not be read';
  return `cannot be read (${code ?? error})`;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
