/**
 * The owner of the database: loads the newest valid one, looks for updates, says how things stand. It holds nothing that could not be
 * read again: the browser may stop us after any line, and the next start goes on with what is stored.
 */
import * as z from 'zod';
import type { Database } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import type { Channel } from './channel.ts';
import { type Download, download, type Send } from './download.ts';
import { type Edition, readBundledDatabase } from './edition.ts';
import { FeedError } from './feed-error.ts';
import { isTimeToCheck, ringAt, waitAfterFailure, waitAfterSuccess } from './plan.ts';
import { type CheckRecord, readRecord } from './record.ts';
import { type Installed, isPast, mayFollow, newest, timeNoEarlierThan, verified } from './update.ts';

/** What lies where. Reading may give anything: storage is not trusted. */
export interface Shelf {
  /** the database in the extension's package */
  readBundled(): Promise<unknown>;
  readFeed(): Promise<unknown>;
  /** in one piece or not at all */
  storeFeed(feed: Download): Promise<void>;
  readRecord(): Promise<unknown>;
  storeRecord(record: CheckRecord): Promise<void>;
}

export interface KeeperSetting {
  readonly shelf: Shelf;
  /** undefined: a build without updates */
  readonly channel: Channel | undefined;
  readonly send: Send;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** at random, from 0 to 1 */
  readonly chance: () => number;
  /** another database is in use from now on */
  readonly changed: (database: Database) => void | Promise<void>;
}

export interface Keeper {
  database(): Promise<Database>;
  status(): Promise<DatabaseStatus>;
  /** Looks for an update now. Two that ask at once share one look. */
  check(): Promise<DatabaseStatus>;
  /** When to look next; undefined where there is nothing to look for. */
  plan(): Promise<number | undefined>;
  /** Is it time, or was the time missed and must be planned anew? */
  isTime(): Promise<boolean>;
}

interface Held {
  readonly installed: Installed;
  /** the stored feed, if it is valid */
  readonly stored: { readonly edition: Edition; readonly etag: string | undefined } | undefined;
}

const storedSchema = z.object({ text: z.string(), etag: z.string().optional() });

/** The keeper of one extension. */
export function createKeeper({ shelf, channel, send, now, chance, changed }: KeeperSetting): Keeper {
  let held: Promise<Held> | undefined;
  let looking: Promise<DatabaseStatus> | undefined;

  return {
    database: async () => (await hold()).installed.database,
    status,
    check: () => {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    plan: async () => {
      if (!channel) return undefined;
      const record = readRecord(await shelf.readRecord());
      const next = ringAt(record.next, record.at, now(), chance());
      if (next !== record.next) await shelf.storeRecord({ ...record, next });
      return next;
    },
    isTime: async () => isTimeToCheck(readRecord(await shelf.readRecord()).next, now()),
  };

  /** What was loaded; a load that failed is tried again by the next who asks. */
  function hold(): Promise<Held> {
    held ??= load().catch((error) => {
      held = undefined;
      throw error;
    });
    return held;
  }

  async function load(): Promise<Held> {
    const [bundled, stored] = await Promise.all([loadBundled(), loadStored()]);
    return { installed: newest(bundled, stored?.edition), stored };
  }

  async function loadBundled(): Promise<Database | undefined> {
    try {
      return readBundledDatabase(await shelf.readBundled());
    } catch {
      return undefined; // a stored edition may still do; where there is none, `newest` says so
    }
  }

  async function loadStored(): Promise<Held['stored']> {
    if (!channel) return undefined;
    try {
      const { text, etag } = storedSchema.parse(await shelf.readFeed());
      return { edition: await verified(text, channel), etag };
    } catch {
      return undefined; // nothing there, rubbish, or signed by keys that we trust no more: the package's takes over
    }
  }

  async function status(): Promise<DatabaseStatus> {
    const { installed, stored } = await hold();
    const { version, date, searchedTo } = installed.database;
    const about = { source: installed.source, version, date, searchedTo };
    if (!channel) return { ...about, state: 'no-channel', isExpired: false };
    const { at, good, fault } = readRecord(await shelf.readRecord());
    const time = timeNoEarlierThan(now(), installed, stored?.edition);
    return {
      ...about,
      state: fault ?? (good === undefined ? 'never-checked' : 'up-to-date'),
      isExpired: installed.expires <= time,
      lastCheck: isoOf(at),
      lastSuccess: isoOf(good),
    };
  }

  async function look(): Promise<DatabaseStatus> {
    if (!channel) return status();
    const before = readRecord(await shelf.readRecord());
    const failures = before.failures + 1;
    // Stopped from here on, we try again after a while, as after a failure: what stops us must not make us hammer the host
    await shelf.storeRecord({ ...before, failures, next: now() + waitAfterFailure(failures, chance()) });
    try {
      await update(channel);
      const at = now();
      await shelf.storeRecord({ at, good: at, failures: 0, next: at + waitAfterSuccess(chance()) });
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      const at = now();
      const next = at + waitAfterFailure(failures, chance());
      await shelf.storeRecord({ ...before, at, failures, next, fault: error.fault });
    }
    return status();
  }

  async function update({ url, ...trust }: Channel): Promise<void> {
    const { installed, stored } = await hold();
    const time = () => timeNoEarlierThan(now(), installed, stored?.edition);
    const feed = await download(url, stored?.etag, send);
    if (!feed) {
      if (stored && isPast(stored.edition.expires, time())) throw new FeedError('expired');
      return;
    }
    const edition = await verified(feed.text, trust);
    const isNewer = mayFollow(edition, installed.database, time());
    // The same version again is kept only for the host's mark, which spares the next download
    if (!isNewer && !(await isFirstOrSame(feed, edition, stored))) return;
    await shelf.storeFeed(feed).catch(() => {
      throw new FeedError('storage-full');
    });
    const kept = { edition, etag: feed.etag };
    held = Promise.resolve({ installed: isNewer ? newest(undefined, edition) : installed, stored: kept });
    if (isNewer) await changed(edition.database);
  }

  /** Is this the first feed of its version here, or word for word the one that we have? */
  async function isFirstOrSame(
    feed: Download,
    { database }: Edition,
    stored: Held['stored'],
  ): Promise<boolean> {
    if (stored?.edition.database.version !== database.version) return true;
    if (stored.etag === feed.etag) return false;
    const { data } = storedSchema.safeParse(await shelf.readFeed());
    return data?.text === feed.text;
  }
}

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
