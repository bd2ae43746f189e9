/** The rules by which a database may take the place of another. Pure but for the clock, which is handed in. */
import type { Database } from '../database/schema.ts';
import { type Edition, readEdition } from './edition.ts';
import { openEnvelope, type Trust } from './envelope.ts';
import { FeedError } from './feed-error.ts';
import { limits } from './limits.ts';

/** An envelope's edition: signatures first, then format, schema and soundness. Old editions pass: age is judged apart. */
export async function verified(text: string, trust: Trust): Promise<Edition> {
  return readEdition(await openEnvelope(text, trust));
}

/** Throws unless a verified edition may follow the database in use; false where it is the same version: nothing to do. */
export function mayFollow(edition: Edition, current: Pick<Database, 'version'>, now: number): boolean {
  if (isPast(edition.expires, now)) throw new FeedError('expired');
  // Never below the installed version: rollback
  if (edition.database.version < current.version) throw new FeedError('rollback');
  // Nor so far above that no honest version could follow: fast-forward
  if (edition.database.version > current.version + limits.leap) throw new FeedError('leap');
  return edition.database.version > current.version;
}

/** What is in use, and until when its publishers vouch for it. */
export interface Installed {
  readonly source: 'bundled' | 'feed';
  readonly database: Database;
  readonly expires: number;
}

/** The newest of the package's database and the stored edition; of two with one number the package's. */
export function newest(bundled: Database | undefined, stored: Edition | undefined): Installed {
  if (stored && stored.database.version > (bundled?.version ?? 0)) {
    return { source: 'feed', database: stored.database, expires: Date.parse(stored.expires) };
  }
  if (!bundled) throw new FeedError('malformed', 'there is no database');
  const own = Date.parse(bundled.date) + limits.lifetime;
  const same = stored?.database.version === bundled.version ? Date.parse(stored.expires) : 0;
  return { source: 'bundled', database: bundled, expires: Math.max(own, same) };
}

/** The time, but not before the day on which what we hold was made: a clock that is years behind revives nothing expired. */
export function timeNoEarlierThan(now: number, { database }: Installed, stored: Edition | undefined): number {
  return Math.max(now, Date.parse(database.date), stored ? Date.parse(stored.issued) : 0);
}

/** Is this time over? An unreadable one is. */
export function isPast(time: string, now: number): boolean {
  return !(Date.parse(time) > now);
}
