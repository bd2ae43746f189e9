/** Verified bytes -> an edition of the database that is whole, in our format, and sound. */
import * as z from 'zod';
import { type Database, databaseSchema } from '../database/schema.ts';
import { unsoundness } from '../database/sound.ts';
import { FeedError } from './feed-error.ts';

/** The format of the payload, and the schema of the database in it, that this extension reads. */
export const format = 1;
const schema = databaseSchema.shape.schema.value;

const editionSchema = z.strictObject({
  format: z.literal(format),
  /** when it was made and until when its publishers vouch for it */
  issued: z.iso.datetime(),
  expires: z.iso.datetime(),
  database: databaseSchema,
});

/** What the feed publishes. Its number is the database's version. */
export type Edition = z.infer<typeof editionSchema>;

/** Only as much as tells whether the rest is for us. */
const anyFormat = z.object({ format: z.int(), database: z.object({ schema: z.int() }) });

/** Reads signed bytes. Throws a FeedError: `newer-format` or `malformed`. */
export function readEdition(bytes: Uint8Array): Edition {
  const raw = parseOnly(bytes);
  const { data: own } = anyFormat.safeParse(raw);
  if (own && (own.format > format || own.database.schema > schema)) throw new FeedError('newer-format');
  const { data: edition, error } = editionSchema.safeParse(raw);
  if (!edition) throw new FeedError('malformed', z.prettifyError(error).slice(0, 500));
  const [mistake] = unsoundness(edition.database);
  if (mistake) throw new FeedError('malformed', mistake);
  return edition;
}

/** The database of the package goes through the same checks; the browser's store has signed it. */
export function readBundledDatabase(raw: unknown): Database {
  const { data: database, error } = databaseSchema.safeParse(raw);
  if (!database) throw new FeedError('malformed', z.prettifyError(error).slice(0, 500));
  const [mistake] = unsoundness(database);
  if (mistake) throw new FeedError('malformed', mistake);
  return database;
}

/** The text of an edition, as it is signed. */
export function editionText(edition: Edition): string {
  return JSON.stringify(edition);
}

/**
 * JSON that can be read in one way only. A key written twice would show one thing to the person who signs and another to the machine;
 * such a text is not what its own content is written as, and so does not pass.
 */
function parseOnly(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const raw: unknown = JSON.parse(text);
    if (JSON.stringify(raw) === text) return raw;
  } catch {
    // no UTF-8 or no JSON: told below
  }
  throw new FeedError('malformed', 'the payload is not the one way to write its JSON');
}
