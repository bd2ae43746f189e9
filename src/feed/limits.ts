/** Every number by which the feed is read, each once, with its unit. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const limits = {
  /** the longest answer that is read, in bytes after decompression */
  bytes: 2 * 1024 * 1024,
  /** the longest that an answer may take, to its last byte, in milliseconds */
  patience: 15_000,
  /** how many signatures are looked at */
  signatures: 4,
  /** how far one update may raise the version: so even a version signed with a stolen key is never the last possible one */
  leap: 1000,
  /** how long the publishers vouch for a database, in milliseconds */
  lifetime: 90 * day,
  /** from one check to the next, at random between the two, in milliseconds */
  between: [18 * hour, 30 * hour],
  /** to the first check after installation, at random up to this, in milliseconds */
  first: 5 * minute,
  /** after the first failure, doubled with each further one, in milliseconds */
  retry: 15 * minute,
  /** but never longer than this, in milliseconds */
  longestRetry: day,
  /** an alarm this much late was not missed, in milliseconds */
  slack: 5 * minute,
  /**
   * A check missed while the browser was closed is made up for at random within a time that shrinks the longer it is overdue:
   * many browsers open at nine, but one that is only ever open for minutes must get its turn too. [overdue, within], in milliseconds.
   */
  makeUp: [
    [12 * hour, 3 * hour],
    [2 * day, 30 * minute],
    [Number.POSITIVE_INFINITY, minute],
  ],
} as const;
