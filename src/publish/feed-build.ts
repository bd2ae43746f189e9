/**
 * `npm run feed:build`: checks the authored files, gives the next number and today's date (also to edition.yaml, so that the next
 * package carries them), and writes the draft that signers sign. `--days 90`: how long it will be valid.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Edition, editionText, format } from '../feed/edition.ts';
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
const longest = 400;

await runCommand(() => {
  const {
    folder,
    edition: named,
    days = String(limits.lifetime / 86_400_000),
  } = optionsOf(['folder', 'edition', 'days']);
  const complaints = checkDatabase(readAuthored(authored));
  if (complaints.length)
    throw new Error(`${complaints.join('\n')}\nThe database has mistakes: nothing was built.`);
  const { draft, published } = feedFolder(folder);
  const editionFile = named === undefined ? join(authored, 'edition.yaml') : pathOf(named);
  const before = existsSync(published) ? editionOf(published) : undefined;
  const edition = nextEdition(before, editionFile, validDays(days));
  const text = JSON.stringify(unsigned(editionText(edition)));
  if (Buffer.byteLength(text) + 500 > limits.bytes) {
    throw new Error(`${text.length} bytes are too many: readers stop at ${limits.bytes}. Nothing was built.`);
  }
  rmSync(draft, { force: true });
  writeWhole(draft, text);
  number(editionFile, edition);
  // what a signer reads is what readers will read
  console.log(describeEdition(editionIn(JSON.parse(text)), text, before));
  console.log(`\nwrote ${draft}\nNow sign it: npm run feed:sign`);
});

function editionOf(path: string): Edition | undefined {
  const envelope = readEnvelope(path);
  return envelope && editionIn(envelope);
}

function nextEdition(before: Edition | undefined, editionFile: string, days: number): Edition {
  const { version } = z.object({ version: z.int() }).parse(parse(readFileSync(editionFile, 'utf8')));
  const now = new Date();
  const next = Math.max(version, before?.database.version ?? 0) + 1;
  return {
    format,
    issued: now.toISOString(),
    expires: new Date(now.getTime() + days * 86_400_000).toISOString(),
    database: { ...compileDatabase(), version: next, date: now.toISOString().slice(0, 10) },
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
