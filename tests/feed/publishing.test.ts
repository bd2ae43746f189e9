/**
 * The publisher's commands as a curator runs them, and the rehearsal of what README says to do when a key is lost, stolen or
 * replaced: true commands, true key files, true readers.
 */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/schema.ts';
import { limits } from '../../src/feed/limits.ts';
import { compileDatabase } from '../../src/publish/compile-database.ts';
import { hostOf, newReader } from './example.ts';

const top = join(import.meta.dirname, '../..');
const away = mkdtempSync(join(tmpdir(), 'lens-feed-'));
const at = (name: string) => join(away, name);
const feed = () => readFileSync(at('feed/public/feed.json'), 'utf8');
const version = () => Number(/^version: (\d+)$/m.exec(readFileSync(at('edition.yaml'), 'utf8'))?.[1]);

/** public keys by the name of their file */
const keys = { daily: '', reserve: '', next: '' };

let bundled: Database;

beforeAll(() => {
  bundled = compileDatabase();
  writeFileSync(at('database.json'), JSON.stringify(bundled));
  copyFileSync(join(top, 'src/database/edition.yaml'), at('edition.yaml'));
  for (const name of Object.keys(keys) as (keyof typeof keys)[]) {
    const { stdout } = run('feed-keys', [at(`keys/${name}.pem`)], { LDN_LENS_PASSPHRASE: 'correct horse' });
    keys[name] = /public key\s+(\S+)/.exec(stdout)?.[1] ?? '';
  }
}, 300_000);
afterAll(() => rmSync(away, { recursive: true, force: true }));

function run(command: string, args: readonly string[], more: Record<string, string> = {}) {
  const { LDN_LENS_KEY: _, WXT_FEED_KEYS: __, WXT_FEED_THRESHOLD: ___, INIT_CWD: ____, ...env } = process.env;
  return spawnSync(process.execPath, [join(top, `src/publish/${command}.ts`), ...args], {
    cwd: away,
    encoding: 'utf8',
    env: { ...env, ...more },
  });
}
/** Publishes the database of this checkout, compiled once. */
const build = (...more: string[]) => compileAndBuild('--database', at('database.json'), ...more);
const compileAndBuild = (...more: string[]) =>
  run('feed-build', ['--folder', at('feed'), '--edition', at('edition.yaml'), ...more]);
const sign = (key: keyof typeof keys, ...more: string[]) =>
  run('feed-sign', ['--folder', at('feed'), '--key', at(`keys/${key}.pem`), ...more], {
    LDN_LENS_PASSPHRASE: 'correct horse',
  });
const verify = (pinned: readonly string[], threshold = 1) =>
  run('feed-verify', ['--folder', at('feed'), '--keys', pinned.join(','), '--threshold', String(threshold)]);
/** An installed extension with the database of this checkout and these keys, looking at what is published. */
const readerWith = (pinned: readonly string[]) =>
  newReader({
    keys: pinned,
    bundled,
    now: Date.now,
    send: async () => new Response(feed()),
  });

describe('feed:keys', () => {
  test('writes a locked key that only its owner may read', () => {
    expect(statSync(at('keys/daily.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('keys/daily.pem'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(Object.values(keys).map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32]);
  });

  test('never writes over a key', () => {
    const before = readFileSync(at('keys/daily.pem'), 'utf8');
    expect(run('feed-keys', [at('keys/daily.pem')])).toMatchObject({ status: 1 });
    expect(readFileSync(at('keys/daily.pem'), 'utf8')).toBe(before);
  });

  test.each(['key.pem', 'src/publish/../key.pem', '.feed/key.pem'])(
    'refuses %s in the repository',
    (path) => {
      const { status, stderr } = run('feed-keys', [join(top, path)]);
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('do not belong') });
    },
  );
});

describe('a publication', () => {
  test('is built from the authored files with the next number and today’s date, well below the limit', () => {
    const before = version();
    const { status, stdout, stderr } = compileAndBuild();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(version()).toBe(before + 1);
    expect(readFileSync(at('edition.yaml'), 'utf8')).toContain(new Date().toISOString().slice(0, 10));
    expect(stdout).toContain(`version     ${before + 1}`);
    const { size } = statSync(at('feed/draft.json'));
    console.log(`feed.json: ${size} bytes of at most ${limits.bytes}`);
    expect(size).toBeLessThan(0.8 * limits.bytes);
  }, 300_000);

  test('with one signer', async () => {
    expect(sign('daily')).toMatchObject({ status: 0 });
    expect(verify([keys.daily, keys.reserve])).toMatchObject({ status: 0, stderr: '' });
    expect(await readerWith([keys.daily]).keeper.check()).toMatchObject({
      version: version(),
      state: 'up-to-date',
    });
  });

  test('with two signers: the first hands the draft to the second', async () => {
    build();
    const published = feed();
    const first = sign('daily', '--threshold', '2');
    expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('1 of 2 signatures') });
    expect(feed()).toBe(published);
    sign('daily', '--threshold', '2');
    expect(feed(), 'the same signer twice is one').toBe(published);
    expect(sign('reserve', '--threshold', '2')).toMatchObject({ status: 0 });
    expect(verify([keys.daily, keys.reserve], 2)).toMatchObject({ status: 0, stderr: '' });
  });

  test('is refused by feed:verify as by a reader: foreign key, tampering, too few signatures', () => {
    expect(verify([keys.next])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('bad-signature'),
    });
    expect(verify([keys.daily, keys.next], 2)).toMatchObject({ status: 1 });
    const path = at('feed/public/feed.json');
    const good = feed();
    writeFileSync(path, good.replace('"payload":"', '"payload":"AAAA'));
    expect(verify([keys.daily])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('bad-signature'),
    });
    writeFileSync(path, good);
  });

  test('cannot be signed with a wrong passphrase, without a key, or after it expired', () => {
    build();
    const wrong = run('feed-sign', ['--folder', at('feed'), '--key', at('keys/daily.pem')], {
      LDN_LENS_PASSPHRASE: 'wrong',
    });
    expect(wrong.status).toBe(1);
    expect(run('feed-sign', ['--folder', at('feed')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('which key?'),
    });
    expect(build('--days', '0').status).toBe(1);
  });
});

test('feed:serve serves it as a static host does: a reader updates, and then hears that nothing is new', async () => {
  const server = spawn(process.execPath, [
    join(top, 'src/publish/feed-serve.ts'),
    '--folder',
    at('feed'),
    '--port',
    '0',
  ]);
  const url = await new Promise<string>((resolve) =>
    server.stdout.on('data', (data) => resolve(/^http\S+/.exec(String(data))?.[0] ?? '')),
  );
  const answers: number[] = [];
  const reader = newReader({
    keys: [keys.daily],
    bundled,
    now: Date.now,
    send: async (_, request) => {
      const response = await fetch(url, request);
      answers.push(response.status);
      return response;
    },
  });
  await reader.keeper.check();
  expect(await reader.keeper.check()).toMatchObject({ state: 'up-to-date' });
  expect(answers).toEqual([200, 304]);
  expect(run('feed-verify', [url, '--keys', keys.daily])).toMatchObject({ status: 0, stderr: '' });
  server.kill();
});

describe('rehearsal: keys', () => {
  test('lost: the other one signs, and nobody needs a new extension', async () => {
    const reader = readerWith([keys.daily, keys.reserve]);
    build();
    sign('reserve');
    expect(await reader.keeper.check()).toMatchObject({ version: version(), state: 'up-to-date' });
  });

  test('stolen: what the thief published falls away with the release that drops the key', async () => {
    // Release 1 pins daily and reserve. The thief has daily, and publishes as high as readers go.
    const reader = readerWith([keys.daily, keys.reserve]);
    const honest = version();
    writeFileSync(at('edition.yaml'), `version: ${honest + 900}\ndate: 2026-11-22\nsearchedTo: 2026-11-22\n`);
    build();
    sign('daily');
    const stolen = version();
    expect(await reader.keeper.check()).toMatchObject({ version: stolen, source: 'feed' });

    // Release 2 pins reserve and next. At its first start the thief's database is gone, whatever its number.
    const after = readerWith([keys.reserve, keys.next]);
    Object.assign(after.disk, { feed: reader.disk.feed, record: reader.disk.record });
    expect(await after.keeper.status()).toMatchObject({
      source: 'bundled',
      version: compileDatabase().version,
    });
    expect(await after.keeper.check()).toMatchObject({ state: 'bad-signature', source: 'bundled' });

    // Those who have not updated yet are reached as well: a number above the thief's, signed by the key that both releases pin.
    build();
    sign('reserve');
    expect(version()).toBe(stolen + 1);
    expect(await reader.keeper.check()).toMatchObject({ version: stolen + 1, state: 'up-to-date' });
    expect(await after.keeper.check()).toMatchObject({ version: stolen + 1, state: 'up-to-date' });
    expect(verify([keys.reserve, keys.next])).toMatchObject({ status: 0 });
  });

  test('replaced in peace: old and new releases follow the same feed throughout', async () => {
    const old = readerWith([keys.daily, keys.reserve]);
    const fresh = readerWith([keys.reserve, keys.next]);
    build();
    sign('reserve');
    for (const reader of [old, fresh])
      expect(await reader.keeper.check()).toMatchObject({ version: version() });
    // once the old release is hardly in use any more, the new key signs alone
    build();
    sign('next');
    expect(await fresh.keeper.check()).toMatchObject({ version: version(), state: 'up-to-date' });
    expect(await old.keeper.check()).toMatchObject({ version: version() - 1, state: 'bad-signature' });
  });
});

test('a private key never gets into the repository', () => {
  const { stdout } = spawnSync('git', ['grep', '-lE', '-----BEGIN( ENCRYPTED)? PRIVATE KEY-----'], {
    cwd: top,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

test('a host that serves the wrong file is told apart from a bad publication', async () => {
  const reader = newReader({ keys: [keys.daily], send: hostOf('<html>404</html>') });
  expect(await reader.keeper.check()).toMatchObject({ state: 'blocked' });
});
