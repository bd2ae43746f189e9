/** An edition in words, for the person who is about to sign or publish it. */
import { gzipSync } from 'node:zlib';
import type { Claim } from '../database/schema.ts';
import type { Edition } from '../feed/edition.ts';
import { limits } from '../feed/limits.ts';

/** Version, dates, size, and every claim whose rating differs from the edition before. */
export function describeEdition(edition: Edition, envelope: string, before: Edition | undefined): string {
  const { version, date, searchedTo, claims, studies } = edition.database;
  const size = Buffer.byteLength(envelope);
  const lines = [
    `version     ${version}${before ? ` (published: ${before.database.version})` : ''}`,
    `database of ${date}, evidence searched to ${searchedTo}`,
    `valid       from ${edition.issued} until ${edition.expires}`,
    `holds       ${claims.length} claims, ${studies.length} studies`,
    `size        ${kilobytes(size)} of at most ${kilobytes(limits.bytes)}; ${kilobytes(gzipSync(envelope).length)} over a host that compresses`,
    ...(before ? changeLines(before.database.claims, claims) : []),
  ];
  return lines.join('\n');
}

function changeLines(before: readonly Claim[], after: readonly Claim[]): string[] {
  const old = new Map(before.map((claim) => [claim.id, claim]));
  const now = new Set(after.map(({ id }) => id));
  const changes = [
    ...after.flatMap(({ id, rating, history }) => {
      const was = old.get(id)?.rating;
      if (was === rating) return [];
      return [`  ${id}: ${was ?? 'new'} -> ${rating} (${history[0]?.why ?? ''})`];
    }),
    ...before.filter(({ id }) => !now.has(id)).map(({ id }) => `  ${id}: no longer there`),
  ];
  return changes.length
    ? ['changes     of rating since the edition that is published:', ...changes]
    : ['changes     none of rating'];
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} kB`;
}
