/**
 * One million readers over thirty days, by the extension's own rules for when to look: browsers open and close at human hours, and
 * in the middle a new version is published. What a static host must carry is printed; README quotes it.
 */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { editionText, format } from '../../src/feed/edition.ts';
import { isTimeToCheck, ringAt, waitAfterSuccess } from '../../src/feed/plan.ts';
import { compileDatabase } from '../../src/publish/compile-database.ts';
import { createRandom } from '../../src/publish/random.ts';
import { unsigned } from '../../src/publish/signing.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const days = 30;
const readers = 1_000_000;
const release = 15 * day + 12 * hour;

/** In bytes: opening a TLS connection, and the headers both ways of a "nothing new". */
const perConnection = 5000;
const perAnswer = 700;

interface Habit {
  readonly share: number;
  /** at which hour the browser is opened, give or take */
  readonly opens: number;
  readonly spread: number;
  /** for how many hours, from and to */
  readonly open: readonly [number, number];
  /** on what share of days */
  readonly days: number;
}

const habits: readonly Habit[] = [
  { share: 0.4, opens: 8.5, spread: 1.2, open: [6, 11], days: 0.75 },
  { share: 0.3, opens: 19, spread: 1.5, open: [0.5, 3], days: 0.8 },
  { share: 0.15, opens: 13, spread: 4, open: [0.05, 0.5], days: 0.7 },
  { share: 0.15, opens: 0, spread: 0, open: [24, 24], days: 1 },
];

/** Share of readers and hours from UTC. */
const continents = [
  [0.4, -6],
  [0.35, 1],
  [0.25, 8],
] as const;

interface Month {
  /** checks in each minute */
  readonly perMinute: Uint32Array;
  /** when each reader had the new version; in milliseconds after its release */
  readonly delays: Float64Array;
}

function simulate(zones: readonly (readonly [share: number, offset: number])[]): Month {
  const random = createRandom(7);
  const perMinute = new Uint32Array(days * 1440);
  const delays = new Float64Array(readers).fill(Number.POSITIVE_INFINITY);
  for (let reader = 0; reader < readers; reader++) {
    const habit = pick(habits, ({ share }) => share, random());
    const [, offset] = pick(zones, ([share]) => share, random());
    let last: number | undefined = -random() * 2 * day;
    let next: number | undefined = last + waitAfterSuccess(random());
    for (let today = -1; today < days; today++) {
      if (random() > habit.days) continue;
      // the sum of three is near enough to how people rise
      const about = habit.opens + habit.spread * (2 * (random() + random() + random()) - 3);
      const opened = today * day + (about - offset) * hour;
      const [least, most] = habit.open;
      const closed = opened + (least + random() * (most - least)) * hour;
      let now = opened;
      while (now < closed) {
        const ring: number = isTimeToCheck(next, now) ? now : ringAt(next, last, now, random());
        next = ring;
        if (ring >= closed) break;
        now = ring;
        last = now;
        next = now + waitAfterSuccess(random());
        if (now >= 0 && now < days * day) count(perMinute, now);
        if (now >= release) delays[reader] = Math.min(delays[reader] ?? 0, now - release);
      }
    }
  }
  return { perMinute, delays };
}

function count(perMinute: Uint32Array, time: number): void {
  const at = Math.floor(time / minute);
  perMinute[at] = (perMinute[at] ?? 0) + 1;
}

function pick<T>(choices: readonly T[], shareOf: (one: T) => number, chance: number): T {
  let left = chance;
  for (const one of choices) {
    left -= shareOf(one);
    if (left < 0) return one;
  }
  return choices[choices.length - 1] as T;
}

test.each([
  ['on three continents', continents],
  ['all in one time zone', [[1, 1]] as const],
])('one million readers %s', { timeout: 300_000 }, (name, zones) => {
  const { perMinute, delays } = simulate(zones);
  const checks = perMinute.reduce((sum, count) => sum + count, 0);
  const mean = checks / (days * 86_400);
  const quiet = perMinute.filter((_, at) => at < release / minute || at >= (release + hour) / minute);
  const peak = Math.max(...quiet) / 60;
  const had = delays.toSorted();
  const within = (share: number) => ((had[Math.floor(readers * share)] ?? 0) / hour).toFixed(0);
  console.log(
    `${name}: ${(checks / readers).toFixed(1)} checks a reader and month; mean ${mean.toFixed(1)}/s, busiest minute ` +
      `${peak.toFixed(1)}/s (${(peak / mean).toFixed(2)} of the mean); half have a release after ${within(0.5)} h, ` +
      `95 % after ${within(0.95)} h, 99 % after ${within(0.99)} h`,
  );
  expect(peak).toBeLessThan(3 * mean);
  // nobody is forgotten, and nobody asks too often
  expect(checks / readers).toBeGreaterThan(15);
  expect(checks / readers).toBeLessThan(40);
  expect(had[Math.floor(readers * 0.95)]).toBeLessThan(5 * day);

  if (zones !== continents) return;
  const feed = feedSize();
  const monthly = (checks / readers) * (perConnection + perAnswer) + feed;
  console.log(
    `one release a month: ${(monthly / 1024).toFixed(0)} kB a reader (the feed itself ${(feed / 1024).toFixed(0)} kB)`,
  );
  for (const scale of [1e4, 1e6, 1e8]) {
    const factor = scale / readers;
    const perHour = scaledDownloads(delays) * factor;
    console.log(
      `${scale.toExponential(0)} readers: ${(mean * factor).toFixed(2)}/s on average, ${(peak * factor).toFixed(1)}/s in the busiest ` +
        `minute, ${((monthly * scale) / 1e9).toFixed(0)} GB a month, ${((perHour * feed * 8) / 3600 / 1e6).toFixed(1)} Mbit/s in the busiest hour after a release`,
    );
  }
  expect(monthly).toBeLessThan(1e6);
});

/** How many fetch the new version in the busiest hour after its release. */
function scaledDownloads(delays: Float64Array): number {
  const perHour = new Uint32Array(days * 24);
  for (const delay of delays) {
    const at = Math.floor(delay / hour);
    if (at < perHour.length) perHour[at] = (perHour[at] ?? 0) + 1;
  }
  return Math.max(...perHour);
}

/** As it goes over the wire from a host that compresses, as static hosts do. */
function feedSize(): number {
  const now = new Date().toISOString();
  return gzipSync(
    JSON.stringify(unsigned(editionText({ format, issued: now, expires: now, database: compileDatabase() }))),
  ).length;
}
