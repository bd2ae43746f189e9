/** The keyboard's commands, over all frames of a tab as if they were one page. */
import { browser } from '../browser.ts';
import { askPage } from '../messages.ts';
import { type Frame, framesOf } from './frames.ts';

const keyOf = (tabId: number) => `frame in turn ${tabId}`;

/** Runs a command of the manifest in a tab. Where there is no claim to go to, the popup says why. */
export async function runCommand(command: string, tabId: number): Promise<void> {
  const frames = (await framesOf(tabId)).filter(({ count }) => count > 0);
  const turn: unknown = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  const at = Math.max(
    0,
    frames.findIndex(({ frameId }) => frameId === turn),
  );
  if (!frames.length) await openPopup();
  else if (command === 'open-card') await toggleCard(frames, at);
  else await step(frames, at, command === 'next-claim' ? 1 : -1);
}

/** Goes to the next or previous claim: in the frame in turn, else in the one after it, round and round. */
async function step(frames: readonly Frame[], at: number, by: 1 | -1): Promise<void> {
  const current = frames[at];
  if (!current || (await isDone(askPage(current, 'stepMention', by)))) return;
  const next = frames.at((at + by) % frames.length) ?? current;
  await browser.storage.session.set({ [keyOf(next.tabId)]: next.frameId });
  await isDone(askPage(next, 'showMention', by > 0 ? 0 : next.count - 1));
}

/** Into the card of the claim at hand, in the frame in turn or any other; to the next claim where none is in view. */
async function toggleCard(frames: readonly Frame[], at: number): Promise<void> {
  for (const frame of [...frames.slice(at), ...frames.slice(0, at)]) {
    if (await isDone(askPage(frame, 'toggleCard'))) return;
  }
  await step(frames, at, 1);
}

/** Not every browser lets an extension open it, and none while no window has the focus. */
async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // then the button's own title has to do
  }
}

/** A frame that is gone has done nothing. */
async function isDone(step: Promise<unknown>): Promise<boolean> {
  try {
    return (await step) !== false;
  } catch {
    return false;
  }
}
