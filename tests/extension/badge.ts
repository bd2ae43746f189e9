import type { BrowserWithLens, Page } from './browsers.ts';

/** What the badge says on the tab that shows a page. */
export async function badgeOn(lens: BrowserWithLens, page: Page): Promise<string> {
  const url = await page.url();
  const own = await lens.openExtensionPage('library.html');
  const text = await own.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((tab) => tab.url === url);
    return tab?.id === undefined ? 'no such tab' : chrome.action.getBadgeText({ tabId: tab.id });
  }, url);
  await own.close();
  return text;
}
