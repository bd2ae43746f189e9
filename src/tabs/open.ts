/** Opening our own pages in tabs. */
import { browser } from '../browser.ts';

const reportKey = 'report';

/** The evidence library, at a claim or study where one is named. */
export async function openLibrary(at?: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`library.html${at ? `#${at}` : ''}`) });
}

/** The page on which a report is finished. Its text stays out of the address, which the browser would remember. */
export async function openReport(text: string): Promise<void> {
  await browser.storage.session.set({ [reportKey]: text });
  await openLibrary('report');
}

/** The report that was begun last. */
export async function lastReport(): Promise<string | undefined> {
  const text: unknown = (await browser.storage.session.get(reportKey))[reportKey];
  return typeof text === 'string' ? text : undefined;
}
