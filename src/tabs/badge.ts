/** The number on the toolbar button: how many claims this tab shows. Neutral in colour: it is no verdict. */
import { browser } from '../browser.ts';
import { framesOf } from './frames.ts';

/** Puts a tab's count on the button; nothing where there are none. */
export async function showCount(tabId: number): Promise<void> {
  const count = (await framesOf(tabId)).reduce((sum, frame) => sum + frame.count, 0);
  const words = count === 1 ? '1 claim on this page' : `${count} claims on this page`;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: count ? String(count) : '' }),
    browser.action.setTitle({ tabId, title: count ? `LDN Lens: ${words}` : 'LDN Lens' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#4a5058' }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
  ]);
}
