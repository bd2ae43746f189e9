/** Next and previous claim, over all frames of a tab as if they were one page. */
import { browser } from '../browser.ts';
import { askPage } from '../messages.ts';
import { framesOf } from './frames.ts';

const keyOf = (tabId: number) => `frame in turn ${tabId}`;

/** Goes to the next or previous claim of a tab: in the frame in turn, else in the one after it, round and round. */
export async function stepInTab(tabId: number, by: 1 | -1): Promise<void> {
  const frames = (await framesOf(tabId)).filter(({ count }) => count > 0);
  const turn: unknown = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  const at = Math.max(
    0,
    frames.findIndex(({ frameId }) => frameId === turn),
  );
  const current = frames[at];
  if (!current) return;
  if (await isDone(askPage(current, 'stepMention', by))) return;
  const next = frames.at((at + by) % frames.length) ?? current;
  await browser.storage.session.set({ [keyOf(tabId)]: next.frameId });
  await isDone(askPage(next, 'showMention', by > 0 ? 0 : next.count - 1));
}

/** A frame that is gone has done nothing. */
async function isDone(step: Promise<unknown>): Promise<boolean> {
  try {
    return (await step) !== false;
  } catch {
    return false;
  }
}
