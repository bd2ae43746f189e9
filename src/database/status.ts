/** How current the database is, as every part of the extension tells it. */

/** What can be wrong with an update; each leaves the database in use as it is. */
export const updateFaults = [
  /** no answer from the host */
  'offline',
  /** somebody else answered in the host's place, or access was withheld */
  'blocked',
  /** the host answers, but has no feed for us: 404, 500 */
  'unavailable',
  /** the answer took too long */
  'slow',
  /** the answer is larger than any feed may be */
  'too-large',
  /** the answer is no feed, or its database breaks the rules */
  'malformed',
  /** too few signatures by keys that this extension trusts */
  'bad-signature',
  /** signed, but in a format that only a newer extension can read */
  'newer-format',
  /** signed, but past its date */
  'expired',
  /** signed, but older than what is in use */
  'rollback',
  /** signed, but its number is beyond any honest one */
  'leap',
  /** the browser had no room to keep it */
  'storage-full',
] as const;

export type UpdateFault = (typeof updateFaults)[number];

/** How things stand with updates. `no-channel`: this build knows of no feed. */
export type UpdateState = 'no-channel' | 'never-checked' | 'up-to-date' | UpdateFault;

/** Where the database in use comes from and how current it is. */
export interface DatabaseStatus {
  readonly source: 'bundled' | 'feed';
  readonly version: number;
  /** ISO date of this version */
  readonly date: string;
  /** ISO date up to which the literature was searched */
  readonly searchedTo: string;
  readonly state: UpdateState;
  /** the database in use is past the day until which its publishers vouch for it */
  readonly isExpired: boolean;
  /** ISO time of the last attempt to update */
  readonly lastCheck?: string | undefined;
  /** ISO time of the last attempt that went well */
  readonly lastSuccess?: string | undefined;
}
