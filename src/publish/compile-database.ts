/** Authored files -> one database: what the extension bundles, and what the command line reads claims from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Database, databaseSchema } from '../database/schema.ts';
import { unsoundness } from '../database/sound.ts';
import { trainedJudge } from './judge.ts';
import { readAuthored } from './read-database.ts';

/** The authored files break a rule; the message says where and which, a line each. */
export class DatabaseError extends Error {}

/** The database as the authored files have it. Throws a DatabaseError where one of them cannot be used. */
export function compileDatabase(): Database {
  const folder = join(import.meta.dirname, '../database');
  const { claims, studies, concepts, complaints } = readAuthored(folder);
  if (complaints.length) throw new DatabaseError(complaints.join('\n'));
  const edition: unknown = parse(readFileSync(join(folder, 'edition.yaml'), 'utf8'));
  const database = databaseSchema.safeParse({
    schema: 1,
    ...Object(edition),
    claims,
    studies,
    concepts,
    judge: trainedJudge(claims, concepts),
  });
  const mistakes = database.success
    ? unsoundness(database.data)
    : database.error.issues.map(({ path, message }) => `${path.join(' > ')}: ${message}`);
  if (database.success && !mistakes.length) return database.data;
  throw new DatabaseError(mistakes.join('\n'));
}
