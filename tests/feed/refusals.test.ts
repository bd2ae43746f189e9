/** Everything that may arrive in place of an honest update: what the reader keeps, and what the reader is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Concept } from '../../src/database/schema.ts';
import type { UpdateState } from '../../src/database/status.ts';
import { payloadType } from '../../src/feed/envelope.ts';
import { limits } from '../../src/feed/limits.ts';
import { claim } from '../ui/example.ts';
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

let daily: Signer;
let reserve: Signer;
let stranger: Signer;
beforeAll(async () => {
  [daily, reserve, stranger] = await Promise.all([newSigner(), newSigner(), newSigner()]);
});

const signed = (payload: object | string) => sealed(payload, [daily]);
const withDatabase = (more: object) => signed(editionOf(6, { database: { ...databaseOf(6), ...more } }));
const withClaim = (more: object) => withDatabase({ claims: [{ ...claim(), ...more }] });
const withTerms = (terms: readonly string[]) => {
  const [first, ...rest] = databaseOf(6).concepts;
  return withDatabase({ concepts: [{ ...first, terms }, ...rest] });
};
/** Takes an envelope apart, changes it, and writes it again. */
async function tampered(change: (envelope: Record<string, unknown>) => object): Promise<string> {
  return JSON.stringify(change(JSON.parse(await signed(editionOf(6)))));
}
const payloadText = (payload: object, change: (text: string) => string) =>
  signed(change(JSON.stringify(payload)));
const html = '<!DOCTYPE html><title>Sign in to Hotel WiFi</title>';
const status = (code: number, body: string | null = 'x', headers = {}) =>
  new Response(body, { status: code, headers });

/** what is wrong -> what the host answers, what the reader is told. Kept in every row: version 5, and it goes on working. */
const rows: Record<string, readonly [answer: () => Promise<string | Response>, told: UpdateState]> = {
  'no signature': [async () => sealed(editionOf(6), []), 'bad-signature'],
  'a stranger’s signature': [async () => sealed(editionOf(6), [stranger]), 'bad-signature'],
  'a signature of other bytes': [
    () => tampered((one) => ({ ...one, payload: btoa(JSON.stringify(editionOf(7))) })),
    'bad-signature',
  ],
  'one bit of the payload turned': [
    () => tampered((one) => ({ ...one, payload: String(one.payload).replace(/A/, 'B') })),
    'bad-signature',
  ],
  'a signature that is no base64': [
    () => tampered((one) => ({ ...one, signatures: [{ sig: '!!!' }] })),
    'bad-signature',
  ],
  'a hundred signatures to be tried': [
    () => tampered((one) => ({ ...one, signatures: Array(100).fill({ sig: 'AAAA' }) })),
    'malformed',
  ],
  'another payload type': [() => tampered((one) => ({ ...one, payloadType: 'text/plain' })), 'malformed'],
  'a payload that is no base64': [() => tampered((one) => ({ ...one, payload: 'é' })), 'malformed'],
  'a list in place of an envelope': [async () => '[]', 'malformed'],
  'nothing at all': [async () => '', 'malformed'],
  'half of an envelope': [async () => (await signed(editionOf(6))).slice(0, 900), 'malformed'],
  'bytes that are no text': [async () => new Response(new Uint8Array([0xff, 0xfe, 0x00])), 'malformed'],
  'a captive portal: 200 and a page': [async () => new Response(html), 'blocked'],
  'a captive portal: a redirect': [
    async () => status(302, null, { location: 'https://login.example/' }),
    'blocked',
  ],
  'a redirect for ever': [
    async () => status(301, null, { location: 'https://feed.example/feed.json' }),
    'blocked',
  ],
  'a proxy that asks who we are': [async () => status(407), 'blocked'],
  'a page behind a key': [async () => status(403), 'blocked'],
  'a 304 that nobody asked for': [async () => status(304, null), 'unavailable'],
  'a 204': [async () => status(204, null), 'unavailable'],
  'part of a feed (206)': [async () => status(206), 'unavailable'],
  'a 404': [async () => status(404, html), 'unavailable'],
  'a 429': [async () => status(429), 'unavailable'],
  'a 500': [async () => status(500), 'unavailable'],
  'an older version': [() => signed(editionOf(4)), 'rollback'],
  'an expired feed': [() => signed(editionOf(6, { expires: new Date(today - 1).toISOString() })), 'expired'],
  'an expired feed of the version in use': [
    () => signed(editionOf(5, { expires: new Date(today - day).toISOString() })),
    'expired',
  ],
  'an expiry that is no time': [() => signed(editionOf(6, { expires: 'whenever' })), 'malformed'],
  'no expiry': [() => signed({ ...editionOf(6), expires: undefined }), 'malformed'],
  'a fast-forward to the largest integer': [() => signed(editionOf(Number.MAX_SAFE_INTEGER)), 'leap'],
  'a version beyond all integers': [() => withDatabase({ version: 1e300 }), 'malformed'],
  'version 0': [() => withDatabase({ version: 0 }), 'malformed'],
  'a version in letters': [() => withDatabase({ version: '6' }), 'malformed'],
  'a newer format': [() => signed(editionOf(6, { format: 2, claims: 'somewhere else' })), 'newer-format'],
  'a newer schema': [() => withDatabase({ schema: 2, more: {} }), 'newer-format'],
  'an unknown field': [() => withDatabase({ run: 'alert(1)' }), 'malformed'],
  'a key written twice, for the eyes of the signer': [
    () => payloadText(editionOf(6), (text) => text.replace('"rating":', '"rating":"contradicted","rating":')),
    'malformed',
  ],
  'a __proto__ key': [
    () => payloadText(editionOf(6), (text) => text.replace('{', '{"__proto__":{"isExpired":false},')),
    'malformed',
  ],
  'a __proto__ key in a claim': [
    () => payloadText(editionOf(6), (text) => text.replace('"kind":', '"__proto__":{"x":1},"kind":')),
    'malformed',
  ],
  'a byte order mark before the payload': [
    () => payloadText(editionOf(6), (text) => `\uFEFF${text}`),
    'malformed',
  ],
  'markup in a text': [
    () => withClaim({ summary: 'Trials <img src=x onerror=alert(1)> disagree.' }),
    'malformed',
  ],
  'markup at the beginning of a text': [() => withClaim({ answer: '<b' }), 'malformed'],
  'a control character': [() => withClaim({ answer: 'It does\u0000 help.' }), 'malformed'],
  'a control character that comes first': [() => withClaim({ answer: '\u0007It helps.' }), 'malformed'],
  'text turned right to left': [() => withClaim({ answer: 'It \u202Eton seod help.' }), 'malformed'],
  'a term of a megabyte': [() => withTerms(['x'.repeat(1_000_000)]), 'malformed'],
  'ten thousand terms in one concept': [
    () => withTerms(Array.from({ length: 10_000 }, (_, i) => `term ${i}`)),
    'malformed',
  ],
  'no claims': [() => withDatabase({ claims: [] }), 'malformed'],
  'a claim twice': [() => withDatabase({ claims: [claim(), claim()] }), 'malformed'],
  'a claim that cites a study that is not there': [() => withClaim({ studies: ['ghost-2020'] }), 'malformed'],
  'a claim on an unknown concept': [() => withClaim({ outcome: 'ghost' }), 'malformed'],
  'a rating that its history does not lead to': [() => withClaim({ rating: 'established' }), 'malformed'],
  'concepts in a circle': [
    () =>
      withDatabase({
        concepts: databaseOf(6).concepts.map(
          (one, i, all): Concept => ({ ...one, isA: all[1 - i]?.id ?? '' }),
        ),
      }),
    'malformed',
  ],
};

describe('the reader keeps version 5 and is told', () => {
  test.each(Object.entries(rows))('%s', async (_, [answer, told]) => {
    const body = await answer();
    const reader = newReader({ keys: [daily.publicKey, reserve.publicKey], send: hostOf(body) });
    const before = JSON.stringify(await reader.keeper.database());
    expect((await reader.keeper.check()).state).toBe(told);
    reader.restart();
    expect(JSON.stringify(await reader.keeper.database())).toBe(before);
    expect(await reader.keeper.status()).toMatchObject({ source: 'bundled', version: 5, state: told });
    expect(reader.disk.feed).toBeUndefined();
    expect(reader.told).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('isExpired');
  });

  test('and after all of them takes an honest update', async () => {
    const [answers, honest] = [Object.values(rows).map(([answer]) => answer), await signed(editionOf(6))];
    let at = 0;
    const reader = newReader({
      keys: [daily.publicKey],
      send: async () => {
        const answer = await answers[at++]?.();
        return answer instanceof Response ? answer : new Response(answer ?? honest);
      },
    });
    for (const _ of answers) await reader.keeper.check();
    expect(await reader.keeper.check()).toMatchObject({ version: 6, source: 'feed', state: 'up-to-date' });
  });
});

describe('how many keys', () => {
  test.each<readonly [string, number, () => readonly Signer[], UpdateState]>([
    ['one of two keys suffices at a threshold of one', 1, () => [reserve], 'up-to-date'],
    ['both at a threshold of two', 2, () => [daily, reserve], 'up-to-date'],
    ['one at a threshold of two', 2, () => [daily], 'bad-signature'],
    ['one key twice at a threshold of two', 2, () => [daily, daily], 'bad-signature'],
    ['one key and a stranger at a threshold of two', 2, () => [daily, stranger], 'bad-signature'],
  ])('%s', async (_, threshold, signers, told) => {
    const send = hostOf(await sealed(editionOf(6), signers()));
    const reader = newReader({ keys: [daily.publicKey, reserve.publicKey], threshold, send });
    expect((await reader.keeper.check()).state).toBe(told);
  });

  test('one key pinned twice counts once', async () => {
    const send = hostOf(await sealed(editionOf(6), [daily]));
    const reader = newReader({ keys: [daily.publicKey, daily.publicKey], threshold: 2, send });
    expect((await reader.keeper.check()).state).toBe('bad-signature');
  });

  test('a threshold of none lets nothing through', async () => {
    const send = hostOf(await sealed(editionOf(6), []));
    const reader = newReader({ keys: [daily.publicKey], threshold: 0, send });
    expect((await reader.keeper.check()).state).toBe('bad-signature');
  });
});

describe('how much and how long', () => {
  test('two hundred megabytes: reading stops at the limit', async () => {
    let sent = 0;
    const chunk = new Uint8Array(65_536).fill(32);
    const endless = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += chunk.length;
            if (sent > 200_000_000) controller.close();
            else controller.enqueue(chunk);
          },
        }),
      );
    const reader = newReader({ keys: [daily.publicKey], send: hostOf(endless) });
    expect((await reader.keeper.check()).state).toBe('too-large');
    expect(sent).toBeLessThan(limits.bytes + 4 * chunk.length);
  });

  test('no answer at all', async () => {
    const send = async () => {
      throw new TypeError('NetworkError when attempting to fetch resource.');
    };
    expect((await newReader({ keys: [daily.publicKey], send }).keeper.check()).state).toBe('offline');
  });

  test('an answer that is cut off', async () => {
    const cut = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new TypeError('terminated')),
        }),
      );
    expect((await newReader({ keys: [daily.publicKey], send: hostOf(cut) }).keeper.check()).state).toBe(
      'offline',
    );
  });

  test('an answer that never comes', { timeout: limits.patience + 10_000 }, async () => {
    const send = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError'))),
      );
    expect((await newReader({ keys: [daily.publicKey], send }).keeper.check()).state).toBe('slow');
  });

  test('ten thousand terms in an honest database are taken', async () => {
    const concepts: Concept[] = databaseOf(6).concepts.map((one, c) => ({
      ...one,
      terms: Array.from({ length: c ? 3000 : 2000 }, (_, i) => `term ${c} ${i}`),
    }));
    const more = [0, 1].map((c) => ({ ...concepts[1], id: `more-${c}`, isA: 'pain' }));
    const send = hostOf(await withDatabase({ concepts: [...concepts, ...more] }));
    const reader = newReader({ keys: [daily.publicKey], send });
    expect(await reader.keeper.check()).toMatchObject({ state: 'up-to-date', version: 6 });
  });
});

test('the request says nothing of the reader', async () => {
  const seen: RequestInit[] = [];
  const answer = await signed(editionOf(6));
  const send = async (_: string, request: RequestInit) => {
    seen.push(request);
    return new Response(answer, { headers: { etag: '"six"' } });
  };
  const reader = newReader({ keys: [daily.publicKey], send });
  await reader.keeper.check();
  await reader.keeper.check();
  for (const request of seen) {
    expect(request).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  }
  expect(seen.map(({ headers }) => headers)).toEqual([{}, { 'if-none-match': '"six"' }]);
  expect(payloadType).toContain('ldn-lens');
});
