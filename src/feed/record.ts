/** How the last checks went. Kept beside the feed, believed only as far as it makes sense, and nothing is lost with it. */
import * as z from 'zod';
import { updateFaults } from '../database/status.ts';

const time = z.number().min(0).max(8.64e15);

const recordSchema = z.object({
  /** the last attempt, and the last that went well */
  at: time.optional().catch(undefined),
  good: time.optional().catch(undefined),
  /** when the next one is planned */
  next: time.optional().catch(undefined),
  /** how many failed since */
  failures: z.int().min(0).max(1000).catch(0),
  fault: z.enum(updateFaults).optional().catch(undefined),
});

export type CheckRecord = z.infer<typeof recordSchema>;

/** Before anything was ever tried. */
export const noRecord: CheckRecord = { failures: 0 };

/** Reads a record; rubbish counts as none. */
export function readRecord(stored: unknown): CheckRecord {
  return recordSchema.catch(noRecord).parse(stored);
}
