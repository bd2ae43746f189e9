/**
 * The owner of the database: the one in storage if it is whole and newer than the one in the package, else the package's.
 * Storage is not trusted: it may be empty, damaged, or from an older version of the extension.
 */
import * as z from 'zod';
import { databaseSchema } from '../database/schema.ts';

/** Where a database comes from. */
const stored = z.object({ source: z.enum(['bundled', 'feed']), database: databaseSchema });

export type Loaded = z.infer<typeof stored>;

/** What the owner reads from and writes to. */
export interface Shelf {
  /** the database in the extension's package */
  readBundled(): Promise<unknown>;
  readStored(): Promise<unknown>;
  store(loaded: Loaded): Promise<void>;
}

/** The best database at hand. Puts it into storage if it is not there: what was damaged is whole again afterwards. */
export async function loadDatabase(shelf: Shelf): Promise<Loaded> {
  const bundled = databaseSchema.parse(await shelf.readBundled());
  const kept = stored.safeParse(await shelf.readStored());
  if (kept.success && kept.data.database.version > bundled.version) return kept.data;
  const isSame = kept.success && kept.data.database.version === bundled.version;
  const best =
    isSame && kept.data.source === 'feed' ? kept.data : { source: 'bundled' as const, database: bundled };
  if (!isSame) await shelf.store(best);
  return best;
}
