/** The life of an installed extension: updates, what befalls its storage and clock, and being stopped at any moment. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { UpdateState } from '../../src/database/status.ts';
import type { Send } from '../../src/feed/download.ts';
import type { Shelf } from '../../src/feed/keeper.ts';
import {
  databaseOf,
  day,
  editionOf,
  hostOf,
  newReader,
  newSigner,
  type Signer,
  sealed,
  today,
} from './example.ts';

let signer: Signer;
let stranger: Signer;
let feed6: string;
let feed7: string;
beforeAll(async () => {
  [signer, stranger] = await Promise.all([newSigner(), newSigner()]);
  [feed6, feed7] = await Promise.all([sealed(editionOf(6), [signer]), sealed(editionOf(7), [signer])]);
});
const keys = () => [signer.publicKey];
const offline: Send = async () => {
  throw new TypeError('Failed to fetch');
};

/** A host as publishers use one: gives the newest feed, and "the same" to whom has it. */
interface Host {
  feed: string;
  requests: number;
  sent: number;
  readonly send: Send;
}

function publishing(first: string): Host {
  const host: Host = {
    feed: first,
    requests: 0,
    sent: 0,
    send: async (_, { headers }) => {
      host.requests++;
      const etag = `"${host.feed.length}-${host.feed.slice(-12, -4)}"`;
      if (new Headers(headers).get('if-none-match') === etag) return new Response(null, { status: 304 });
      host.sent++;
      return new Response(host.feed, { headers: { etag } });
    },
  };
  return host;
}

test('takes an update, keeps it over a restart, and tells the open pages once', async () => {
  const reader = newReader({ keys: keys(), send: publishing(feed6).send });
  expect(await reader.keeper.status()).toMatchObject({
    source: 'bundled',
    version: 5,
    state: 'never-checked',
  });
  expect(await reader.keeper.check()).toMatchObject({ source: 'feed', version: 6, state: 'up-to-date' });
  expect((await reader.keeper.database()).version).toBe(6);
  reader.restart();
  expect(await reader.keeper.status()).toMatchObject({
    source: 'feed',
    version: 6,
    state: 'up-to-date',
    isExpired: false,
    lastSuccess: new Date(today).toISOString(),
  });
  expect(reader.told).toEqual([6]);
});

test('asks whether anything is new, and is told in a few bytes that nothing is', async () => {
  const host = publishing(feed6);
  const reader = newReader({ keys: keys(), send: host.send });
  for (let i = 0; i < 4; i++) await reader.keeper.check();
  expect(host).toMatchObject({ requests: 4, sent: 1 });
  host.feed = feed7;
  expect(await reader.keeper.check()).toMatchObject({ version: 7 });
  expect(host).toMatchObject({ requests: 5, sent: 2 });
});

test('a feed of the bundled version is fetched once, and the package’s database stays in use', async () => {
  const host = publishing(await sealed(editionOf(5), [signer]));
  const reader = newReader({ keys: keys(), send: host.send });
  for (let i = 0; i < 3; i++)
    expect(await reader.keeper.check()).toMatchObject({ source: 'bundled', state: 'up-to-date' });
  expect(host.sent).toBe(1);
  expect(reader.told).toEqual([]);
});

test('two updates at once are one request', async () => {
  const host = publishing(feed6);
  const reader = newReader({ keys: keys(), send: host.send });
  const states = await Promise.all([reader.keeper.check(), reader.keeper.check(), reader.keeper.check()]);
  expect(states.map(({ version }) => version)).toEqual([6, 6, 6]);
  expect(host.requests).toBe(1);
  expect(reader.told).toEqual([6]);
});

test('a replayed old version after a newer one is refused', async () => {
  const host = publishing(feed7);
  const reader = newReader({ keys: keys(), send: host.send });
  await reader.keeper.check();
  host.feed = feed6;
  expect(await reader.keeper.check()).toMatchObject({ version: 7, state: 'rollback' });
  reader.restart();
  expect((await reader.keeper.database()).version).toBe(7);
});

test('a host that repeats the same feed for ever is noticed once that has expired', async () => {
  let now = today;
  const reader = newReader({ keys: keys(), send: publishing(feed6).send, now: () => now });
  await reader.keeper.check();
  now += 30 * day;
  expect(await reader.keeper.check()).toMatchObject({ state: 'up-to-date', isExpired: false });
  now += 60 * day;
  expect(await reader.keeper.check()).toMatchObject({ version: 6, state: 'expired', isExpired: true });
  reader.restart();
  expect((await reader.keeper.database()).version).toBe(6);
});

test('without a channel it never asks, and says so', async () => {
  const { createKeeper } = await import('../../src/feed/keeper.ts');
  const shelf: Shelf = {
    readBundled: async () => databaseOf(5),
    readFeed: async () => ({ text: feed6 }),
    storeFeed: async () => undefined,
    readRecord: async () => undefined,
    storeRecord: async () => undefined,
  };
  const send: Send = () => Promise.reject(new Error('asked'));
  const keeper = createKeeper({
    shelf,
    channel: undefined,
    send,
    now: () => today,
    chance: () => 0,
    changed: () => undefined,
  });
  expect(await keeper.check()).toEqual({
    source: 'bundled',
    version: 5,
    date: '2026-11-22',
    searchedTo: '2026-11-20',
    state: 'no-channel',
    isExpired: false,
  });
  expect(await keeper.plan()).toBeUndefined();
});

describe('what befalls the storage', () => {
  test.each<readonly [string, () => unknown, number]>([
    ['emptied', () => undefined, 5],
    ['rubbish', () => ({ at: [null, 'rubbish'] }), 5],
    ['rubbish under our names', () => ({ text: 17, etag: {} }), 5],
    ['a database in clear, without signature', () => ({ text: JSON.stringify(editionOf(99)) }), 5],
    ['half of an envelope', () => ({ text: feed6.slice(0, feed6.length / 2) }), 5],
    ['an older valid envelope', () => ({ text: feed6 }), 6],
  ])('%s', async (_, spoiled, version) => {
    const host = publishing(feed7);
    const reader = newReader({ keys: keys(), send: host.send });
    await reader.keeper.check();
    reader.disk.feed = spoiled();
    reader.disk.record = spoiled();
    reader.restart();
    expect((await reader.keeper.database()).version).toBe(version);
    expect((await reader.keeper.status()).state).toBe('never-checked');
    expect(await reader.keeper.check()).toMatchObject({ version: 7, state: 'up-to-date' });
  });

  test('an attacker’s envelope', async () => {
    const reader = newReader({ keys: keys(), send: offline });
    reader.disk.feed = { text: await sealed(editionOf(9), [stranger]), etag: '"x"' };
    expect(await reader.keeper.check()).toMatchObject({ source: 'bundled', version: 5, state: 'offline' });
  });

  test('full: the last good one stays, and the reader is told', async () => {
    let isFull = true;
    const shelf = (plain: Shelf): Shelf => ({
      ...plain,
      storeFeed: (feed) => (isFull ? Promise.reject(new Error('QuotaExceeded')) : plain.storeFeed(feed)),
    });
    const reader = newReader({ keys: keys(), send: publishing(feed6).send, shelf });
    expect(await reader.keeper.check()).toMatchObject({ version: 5, state: 'storage-full' });
    expect(reader.told).toEqual([]);
    isFull = false;
    expect(await reader.keeper.check()).toMatchObject({ version: 6, state: 'up-to-date' });
  });
});

describe('what befalls the clock', () => {
  test.each<readonly [string, number, object, UpdateState, boolean]>([
    ['years ahead: every feed seems expired', 5 * 365 * day, {}, 'expired', true],
    ['years behind: an honest feed is taken', -5 * 365 * day, {}, 'up-to-date', false],
    [
      'years behind: what expired before our database was made stays expired',
      -5 * 365 * day,
      { issued: '2026-01-01T00:00:00Z', expires: '2026-04-01T00:00:00Z' },
      'expired',
      false,
    ],
  ])('%s', async (_, off, dates, state, isExpired) => {
    const send = hostOf(await sealed(editionOf(6, dates), [signer]));
    const reader = newReader({ keys: keys(), send, now: () => today + off });
    expect(await reader.keeper.check()).toMatchObject({ state, isExpired });
    expect((await reader.keeper.database()).version).toBe(state === 'up-to-date' ? 6 : 5);
  });

  test('a plan made by a clock that was years ahead is dropped when the clock is set right', async () => {
    let now = today + 3000 * day;
    const reader = newReader({ keys: keys(), send: offline, now: () => now });
    await reader.keeper.check();
    now = today;
    expect(await reader.keeper.plan()).toBeLessThan(today + day);
    expect(await reader.keeper.status()).toMatchObject({ version: 5, isExpired: false });
  });
});

describe('an extension update', () => {
  test.each<readonly [string, number, number, 'bundled' | 'feed']>([
    ['with an older database than the stored one', 4, 7, 'feed'],
    ['with the same', 7, 7, 'bundled'],
    ['with a newer one', 8, 8, 'bundled'],
  ])('%s', async (_, bundled, version, source) => {
    const reader = newReader({ keys: keys(), send: publishing(feed7).send });
    await reader.keeper.check();
    reader.disk.bundled = databaseOf(bundled);
    reader.restart();
    expect(await reader.keeper.status()).toMatchObject({ version, source });
  });

  test('with a database that cannot be used: the stored one does', async () => {
    const reader = newReader({ keys: keys(), send: publishing(feed7).send });
    await reader.keeper.check();
    reader.disk.bundled = { schema: 1, version: 9 };
    reader.restart();
    expect((await reader.keeper.database()).version).toBe(7);
  });
});

describe('stopped after any step', () => {
  /** A shelf and a host that never come back from their nth call: as when the browser stops the background there. */
  function stoppingAt(step: number, host: Send) {
    let calls = 0;
    const stops = () => ++calls === step;
    const never = new Promise<never>(() => undefined);
    /** Before the work or right after it: both are moments at which a worker may end. */
    const guard =
      <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (stops()) await never;
        const done = await work(...args);
        if (stops()) await never;
        return done;
      };
    return {
      send: guard(host),
      shelf: (plain: Shelf): Shelf => ({
        readBundled: guard(plain.readBundled),
        readFeed: guard(plain.readFeed),
        storeFeed: guard(plain.storeFeed),
        readRecord: guard(plain.readRecord),
        storeRecord: guard(plain.storeRecord),
      }),
      hasStopped: () => calls >= step,
    };
  }

  test('the next start has a whole database, and the next update heals', async () => {
    const seen: number[] = [];
    for (let step = 1; ; step++) {
      const host = publishing(feed6);
      const stopping = stoppingAt(step, host.send);
      const reader = newReader({ keys: keys(), ...stopping });
      const done = reader.keeper.check().then(() => 'done' as const);
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 60))]);
      if (!stopping.hasStopped()) break;
      const after = newReader({ keys: keys(), send: host.send });
      Object.assign(after.disk, reader.disk);
      const { version } = await after.keeper.database();
      seen.push(version);
      expect([5, 6]).toContain(version);
      // whatever was planned, it is no hammering and no waiting for ever
      expect(await after.keeper.plan()).toBeLessThan(today + 2 * day);
      expect(await after.keeper.check()).toMatchObject({ version: 6, state: 'up-to-date' });
    }
    expect(seen.length).toBeGreaterThan(12);
    // once stored it stays
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(new Set(seen)).toEqual(new Set([5, 6]));
  });
});
