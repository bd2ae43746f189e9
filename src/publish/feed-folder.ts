/**
 * Where a publication is prepared: `draft.json`, the envelope on its way from signer to signer, and `public/`, what goes to the host.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Edition, readEdition } from '../feed/edition.ts';
import { type Envelope, parseEnvelope } from '../feed/envelope.ts';

const top = join(import.meta.dirname, '../..');

/** The files of a publication. */
export interface FeedFolder {
  readonly draft: string;
  readonly published: string;
  readonly headers: string;
}

/** What hosts should say with the feed: Netlify, Cloudflare Pages and others read this file; the rest need none. */
export const hostHeaders = `/feed.json
  Content-Type: application/json
  Cache-Control: public, max-age=300
  Access-Control-Allow-Origin: *
`;

/** The options of a command, with what `.env` and the environment say in place of those left out. */
export function optionsOf<Name extends string>(
  names: readonly Name[],
): { readonly [N in Name]: string | undefined } & { readonly rest: readonly string[] } {
  if (existsSync(join(top, '.env'))) process.loadEnvFile(join(top, '.env'));
  const { values, positionals } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: true,
  });
  return { ...(values as { [N in Name]: string | undefined }), rest: positionals };
}

/** A path as the person typed it: npm runs us in the project's folder, wherever they are. */
export function pathOf(typed: string): string {
  return resolve(process.env.INIT_CWD ?? '.', typed);
}

/** The folder named, or `.feed` in the project. */
export function feedFolder(named: string | undefined): FeedFolder {
  const folder = named === undefined ? join(top, '.feed') : pathOf(named);
  return {
    draft: join(folder, 'draft.json'),
    published: join(folder, 'public/feed.json'),
    headers: join(folder, 'public/_headers'),
  };
}

/** An envelope on disk; undefined where there is none. */
export function readEnvelope(path: string): Envelope | undefined {
  return existsSync(path) ? parseEnvelope(readFileSync(path, 'utf8')) : undefined;
}

/** What an envelope holds, as far as it follows the rules; signatures are not looked at. */
export function editionIn(envelope: Envelope): Edition {
  return readEdition(new Uint8Array(Buffer.from(envelope.payload, 'base64')));
}

/** Writes a file in one step: a host that copies the folder at the same time never sees half of it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Runs a command: what is wrong is said in a sentence, and the exit code is 1. */
export async function runCommand(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
