/** When to look for an update. Pure: time and chance are handed in. Times are in milliseconds since 1970. */
import { limits } from './limits.ts';

/** From now to the check after one that went well. */
export function waitAfterSuccess(chance: number): number {
  const [least, most] = limits.between;
  return least + chance * (most - least);
}

/** From now to the check after `failures` that failed in a row. */
export function waitAfterFailure(failures: number, chance: number): number {
  const wait = Math.min(limits.longestRetry, limits.retry * 2 ** Math.min(failures - 1, 20));
  return wait * (0.75 + chance / 2);
}

/** When the alarm must ring. `next` is the time planned before, `last` that of the last attempt; undefined where there was none. */
export function ringAt(
  next: number | undefined,
  last: number | undefined,
  now: number,
  chance: number,
): number {
  // A plan further ahead than any that we make was made by a clock that has since been set right
  if (next === undefined || next > now + latestPlan) return now + chance * limits.first;
  if (next > now) return next;
  // Planned anew at every start, a check would never come to be overdue; so its age counts, too
  const overdue = Math.max(now - next, now - (last ?? 0) - latestPlan);
  const [, within] = limits.makeUp.find(([until]) => overdue < until) ?? [0, 0];
  return now + chance * within;
}

/** A check is made on time; one that was missed is planned anew, so that not all browsers ask when they open. */
export function isTimeToCheck(next: number | undefined, now: number): boolean {
  return next !== undefined && next <= now && now - next < limits.slack;
}

const latestPlan = Math.max(limits.between[1], limits.longestRetry * 1.25);
