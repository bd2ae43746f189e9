/** The toolbar popup in Chromium: a target of its own, which Playwright does not show as a page. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { View } from './browsers.ts';
import { callOf } from './call.ts';
import { chromiumTree } from './chromium-tree.ts';

const keyCodes: Record<string, number> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  End: 35,
  Home: 36,
  ArrowUp: 38,
  ArrowDown: 40,
};

/** Takes hold of the popup that `open` brings up. */
export async function openChromiumPopup(
  devTools: CDPSession,
  extensionId: string,
  open: () => Promise<unknown>,
): Promise<View> {
  const before = await popups(devTools, extensionId);
  await open();
  const targetId = await newPopup(devTools, extensionId, before);
  const send = await commandsTo(devTools, targetId);
  const evaluate: View['evaluate'] = async (run, ...args) => {
    const expression = callOf(run, '', args);
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? 'failed in the popup');
    return answer.result.value;
  };
  for (let tries = 0; !(await evaluate(hasLoaded)) && tries < 100; tries++) await pause(50);
  return {
    evaluate,
    click: async (at) => {
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
        await send('Input.dispatchMouseEvent', { type, button: 'left', clickCount: 1, ...at });
      }
    },
    press: async (key) => {
      const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
      const event = { key, code: key, windowsVirtualKeyCode: keyCodes[key] ?? 0, ...(text ? { text } : {}) };
      for (const type of ['keyDown', 'keyUp'] as const)
        await send('Input.dispatchKeyEvent', { type, ...event });
    },
    tree: () => chromiumTree(send),
    screenshot: async (path) => {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    close: async () => void (await devTools.send('Target.closeTarget', { targetId })),
  };
}

function hasLoaded(): boolean {
  return document.readyState === 'complete';
}

async function popups(devTools: CDPSession, extensionId: string): Promise<string[]> {
  const { targetInfos } = await devTools.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url, attached }) => type === 'page' && !attached && url.includes(`//${extensionId}/`))
    .map(({ targetId }) => targetId);
}

async function newPopup(
  devTools: CDPSession,
  extensionId: string,
  before: readonly string[],
): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const found = (await popups(devTools, extensionId)).find((target) => !before.includes(target));
    if (found) return found;
    await pause(50);
  }
  throw new Error('the toolbar button opened no popup');
}

/** Commands to a target wrapped in messages through the browser: Playwright offers no session for such a target. */
async function commandsTo(devTools: CDPSession, targetId: string): Promise<CDPSession['send']> {
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let last = 0;
  devTools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  devTools.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const { reject } of waiting.values()) reject(new Error('the popup was closed'));
  });
  return async (method, params) => {
    const id = ++last;
    const answer = Promise.withResolvers<never>();
    waiting.set(id, answer);
    const message = JSON.stringify({ id, method, params });
    await devTools.send('Target.sendMessageToTarget', { sessionId, message });
    return await answer.promise;
  };
}
