/**
 * `npm run feed:build`: checks the authored files, gives the next number and today's date (also to edition.yaml, so that the next
 * package carries them), and writes the draft that signers sign. `--days 90`: how long it will be valid. `--database FILE`: publish
 * this one, as a package was built and tried with it, instead of compiling the authored files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Database } from '../database/schema.ts';
import { type Edition, editionText, format, readBundledDatabase } from '../feed/edition.ts';
import { parseEnvelope } from '../feed/envelope.ts';
import { limits } from '../feed/limits.ts';
import { checkDatabase } from './check-database.ts';
import { compileDatabase } from './compile-database.ts';
import { describeEdition } from './describe-edition.ts';
import {
  editionIn,
  feedFolder,
  optionsOf,
  pathOf,
  readEnvelope,
  runCommand,
  writeWhole,
} from './feed-folder.ts';
import { readAuthored } from './read-database.ts';
import { unsigned } from './signing.ts';

const authored = join(import.meta.dirname, '../database');
/** in days */
const longest = 400;
/** in bytes, for as many as readers look at */
const roomForSignatures = 600;

await runCommand(() => {
  const options = optionsOf(['folder', 'edition', 'days', 'database']);
  const { draft, published } = feedFolder(options.folder);
  const editionFile =
    options.edition === undefined ? join(authored, 'edition.yaml') : pathOf(options.edition);
  const days = validDays(options.days ?? String(limits.lifetime / 86_400_000));
  const content =
    options.database === undefined ? checkedDatabase() : givenDatabase(pathOf(options.database));
  const before = editionOf(published);
  const edition = nextEdition(content, before, editionFile, days);
  const text = JSON.stringify(unsigned(editionText(edition)));
  const size = Buffer.byteLength(text) + roomForSignatures;
  if (size > limits.bytes)
    throw new Error(`${size} bytes are too many: readers stop at ${limits.bytes}. Nothing was built.`);
  // what is shown is read from the draft, by the readers' code
  const description = describeEdition(editionIn(parseEnvelope(text)), text, before);
  writeWhole(draft, text);
  number(editionFile, edition);
  console.log(`${description}\n\nwrote ${draft}\nNow sign it: npm run feed:sign`);
});

/** The authored files, compiled, once they have no mistakes. */
function checkedDatabase(): Database {
  const complaints = checkDatabase(readAuthored(authored));
  if (complaints.length)
    throw new Error(`${complaints.join('\n')}\nThe database has mistakes: nothing was built.`);
  return compileDatabase();
}

function givenDatabase(path: string): Database {
  return readBundledDatabase(JSON.parse(readFileSync(path, 'utf8')));
}

function editionOf(path: string): Edition | undefined {
  const envelope = readEnvelope(path);
  return envelope && editionIn(envelope);
}

function nextEdition(
  content: Database,
  before: Edition | undefined,
  editionFile: string,
  days: number,
): Edition {
  const { version } = z.object({ version: z.int() }).parse(parse(readFileSync(editionFile, 'utf8')));
  const now = new Date();
  const next = Math.max(version, before?.database.version ?? 0) + 1;
  return {
    format,
    issued: now.toISOString(),
    expires: new Date(now.getTime() + days * 86_400_000).toISOString(),
    database: { ...content, version: next, date: now.toISOString().slice(0, 10) },
  };
}

function validDays(typed: string): number {
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > longest)
    throw new Error(`--days ${typed}: from 1 to ${longest}`);
  return days;
}

/** Keeps the file's own words, and changes number and date only. */
function number(editionFile: string, { database: { version, date } }: Edition): void {
  const text = readFileSync(editionFile, 'utf8');
  writeFileSync(
    editionFile,
    text.replace(/^version: .*$/m, `version: ${version}`).replace(/^date: .*$/m, `date: ${date}`),
  );
}
