/**
 * Which frames of which tabs are being read, and how many mentions each has. Lives in session storage, one key a frame: the
 * background may be stopped at any time, and frames report side by side.
 */
import { browser } from '../browser.ts';

/** A frame in which a scanner runs. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  readonly count: number;
}

const keyPattern = /^frame (\d+) (\d+)$/;
const keyOf = (tabId: number, frameId: number) => `frame ${tabId} ${frameId}`;

/** All frames being read, the outermost frame of a tab first. */
export async function allFrames(): Promise<Frame[]> {
  const kept = Object.entries(await browser.storage.session.get(null));
  return kept
    .flatMap(([key, count]) => {
      const [, tabId, frameId] = keyPattern.exec(key) ?? [];
      if (tabId === undefined || frameId === undefined || typeof count !== 'number') return [];
      return [{ tabId: Number(tabId), frameId: Number(frameId), count }];
    })
    .sort((a, b) => a.tabId - b.tabId || a.frameId - b.frameId);
}

/** The frames of one tab that are being read. */
export async function framesOf(tabId: number): Promise<Frame[]> {
  return (await allFrames()).filter((frame) => frame.tabId === tabId);
}

/** A frame has this many mentions now. */
export async function keepCount(tabId: number, frameId: number, count: number): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId, frameId)]: count });
}

/** These frames are read no more. */
export async function dropFrames(frames: readonly Pick<Frame, 'tabId' | 'frameId'>[]): Promise<void> {
  await browser.storage.session.remove(frames.map(({ tabId, frameId }) => keyOf(tabId, frameId)));
}
