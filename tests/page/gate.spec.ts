/** The gate: opens where a reader would read of LDN, now or later, and nowhere else. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../extension/fixtures.ts';
import { bundle } from './bundle.ts';
import type * as InPage from './in-page.ts';

declare const lensParts: typeof InPage;

const parts = bundle(join(import.meta.dirname, 'in-page.ts'), 'lensParts');

const pages: Readonly<
  Record<string, { readonly html: string; readonly opens: boolean; readonly later?: () => void }>
> = {
  'the drug by name': { html: '<p>About naltrexone.</p>', opens: true },
  'the drug in capitals': { html: '<h1>LOW DOSE NALTREXONE</h1>', opens: true },
  'the drug in another language': { html: '<p>Naltrexona en dosis bajas</p>', opens: true },
  'the abbreviation': { html: '<p>My first month on ldn.</p>', opens: true },
  'the name with soft hyphens': { html: '<p>nal&shy;trex&shy;one</p>', opens: true },
  'the name in a shadow tree': {
    html: '<x-card><template shadowrootmode="open"><p>LDN</p></template></x-card>',
    opens: true,
  },
  'the name in a shadow tree that comes later': {
    html: '<x-card></x-card>',
    opens: true,
    later: () => {
      const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p>LDN</p>';
    },
  },
  'the name in text that is changed later': {
    html: '<p>Wait.</p>',
    opens: true,
    later: () => {
      const text = document.querySelector('p')?.firstChild;
      if (text) text.nodeValue = 'LDN';
    },
  },
  'nothing of it': { html: '<p>Bread needs time.</p>', opens: false },
  'the letters inside words': { html: '<p>mildness, shouldn’t, goldney, coldness</p>', opens: false },
  'the name in scripts, styles and fields': {
    html: '<script>"naltrexone"</script><style>.ldn{}</style><noscript>LDN</noscript><textarea>LDN</textarea>',
    opens: false,
  },
  'the name in a template and in attributes': {
    html: '<template>LDN</template><img alt="LDN" src="data:,"><input value="LDN">',
    opens: false,
  },
  'the name in a comment': { html: '<!-- LDN -->', opens: false },
};

for (const [name, { html, opens, later }] of Object.entries(pages)) {
  test(`${opens ? 'opens' : 'stays shut'} on a page with ${name}`, async ({ openPage }) => {
    const page = await openPage(`<!doctype html><html lang="en"><title>Notes</title><body>${html}`);
    await page.evaluate(
      (script) => {
        // biome-ignore lint/security/noGlobalEval: the page is ours, and so is the script
        globalThis.eval(script);
        const opened = () => document.documentElement.setAttribute('data-open', '');
        lensParts.watchGate(window, opened, new AbortController().signal);
      },
      await parts,
    );
    const isOpen = () => page.evaluate(() => document.documentElement.hasAttribute('data-open'));
    if (later) {
      expect(await isOpen()).toBe(false);
      await page.evaluate(later);
    }
    if (opens) await expect.poll(isOpen).toBe(true);
    else {
      await pause(1800);
      expect(await isOpen()).toBe(false);
    }
  });
}
