/** Frames: each is read where it stands, and the tab counts them together. */
import { badgeOn } from '../extension/badge.ts';
import { expect, test } from '../extension/fixtures.ts';

const document = (body: string) =>
  `<!doctype html><html lang="en"><title>Notes</title><body><p>This is what they have to say about it, and no more.</p>${body}`;
const claim = '<p>Low-dose naltrexone cures fibromyalgia.</p>';

const frames: Readonly<Record<string, (inside: string) => string>> = {
  'a frame of the same site': (url) => `<iframe src="${url}"></iframe>`,
  'a frame of another site': (url) => `<iframe src="${url.replace('127.0.0.1', 'localhost')}"></iframe>`,
  'a sandboxed frame': (url) => `<iframe sandbox="allow-scripts" src="${url}"></iframe>`,
  'a frame with its document in an attribute': () =>
    `<iframe srcdoc="${document(claim).replaceAll('"', '&quot;')}"></iframe>`,
  'a frame that a script writes': () => `<iframe></iframe><script>
    const { contentDocument } = document.querySelector('iframe');
    contentDocument.open(); contentDocument.write(${JSON.stringify(document(claim))}); contentDocument.close();
    </script>`,
  'a frame in a frame': (url) =>
    `<iframe srcdoc="${document(`<iframe src='${url}'></iframe>`).replaceAll('"', '&quot;')}"></iframe>`,
};

for (const [name, frame] of Object.entries(frames)) {
  test(`${name} is read`, async ({ lens, openPage, server }) => {
    const page = await openPage(document(`${claim}${frame(server.add(document(claim)))}`));
    await expect.poll(() => badgeOn(lens, page)).toBe('2');
    expect(page.said).toEqual([]);
  });
}

test('a frame that goes is no longer counted', async ({ lens, openPage, server }) => {
  const page = await openPage(document(`${claim}<iframe src="${server.add(document(claim))}"></iframe>`));
  await expect.poll(() => badgeOn(lens, page)).toBe('2');
  await page.evaluate(() => window.document.querySelector('iframe')?.remove());
  await expect.poll(() => badgeOn(lens, page)).toBe('1');
});
