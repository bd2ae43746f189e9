/** axe finds nothing, in whatever look the reader has: the extension's pages, and the card. */
import { axeFindings } from '../extension/axe.ts';
import type { Look, Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { cardText, highlightedTexts } from '../extension/reading.ts';

const looks: readonly Look[] = ['dark', 'forced colours'];
const paths = ['options.html', 'popup.html', 'library.html', 'library.html#fm.pain'];

for (const seen of looks) {
  test(`on the extension’s own pages: ${seen}`, async ({ lens }) => {
    for (const path of paths) {
      const view = (await lens.openExtensionPage(path)) as Page;
      await view.prefer(seen);
      await expect
        .poll(() => view.evaluate(() => document.querySelector('h1')?.textContent ?? ''))
        .not.toMatch(/^$|Reading/);
      expect(await axeFindings(view), path).toEqual([]);
      await view.prefer('light');
      await view.close();
    }
  });
}

test('in a page with marks: nothing that the page did not have', async ({ openPage }) => {
  const page = await openPage('health-blog.html');
  await expect.poll(() => highlightedTexts(page)).not.toEqual([]);
  const rules = async () => (await axeFindings(page)).map((finding) => finding.split(':')[0]);
  const before = await rules();
  await page.useShortcut('Alt+Shift+J');
  await expect.poll(() => cardText(page)).toContain('Studies show');
  expect(await rules()).toEqual(before);
});
