/** The alarm that wakes the background for an update. Browsers may lose alarms, so each start sets it anew if it is gone. */
import { browser } from '../browser.ts';
import type { Keeper } from './keeper.ts';

const name = 'feed';

/** Looks for updates from now on. */
export function keepUpToDate(keeper: Keeper): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void ring(keeper);
  });
  void setAlarm(keeper);
}

async function ring(keeper: Keeper): Promise<void> {
  try {
    if (await keeper.isTime()) await keeper.check();
  } finally {
    await browser.alarms.clear(name);
    await setAlarm(keeper);
  }
}

async function setAlarm(keeper: Keeper): Promise<void> {
  if (await browser.alarms.get(name)) return;
  const when = await keeper.plan();
  if (when !== undefined) browser.alarms.create(name, { when });
}
