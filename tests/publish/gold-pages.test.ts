/** Gold files on HTML pages: each annotated unit is found where it stands, and nowhere else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readGoldPages } from '../../src/publish/gold-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'ldn-lens-gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function unitsOf(html: string, unit: string): Promise<string[]> {
  const [page, gold] = [join(folder, 'page.html'), join(folder, 'gold.jsonl')];
  writeFileSync(page, `<!doctype html><title>LDN</title>${html}`);
  writeFileSync(
    gold,
    JSON.stringify({ doc: 'page', unit, claims: [{ id: 'safety.side-effects', stance: 'hedges' }] }),
  );
  const [document] = await readGoldPages(gold, [page]);
  if (!document) throw new Error('no document was read');
  const text = document.page.blocks.map((block) => block.text).join('\n');
  return document.units.map(({ start, end }) => text.slice(Math.max(0, start - 9), end + 9));
}

test('an item of one word is not looked for in longer blocks', async () => {
  const html =
    '<p>It may cause:</p><ul><li>Nausea</li><li>Dreams</li></ul><table><tr><td>Duloxetine</td><td>Nausea, sweating</td></tr></table>';
  expect(await unitsOf(html, 'Nausea')).toEqual(['y cause:\nNausea\nDreams\nD']);
});

test('a sentence is found within its paragraph, and as often as it stands there', async () => {
  const html = '<p>First. LDN may cause nausea. Then.</p><p>Again: LDN may  cause\nnausea. End.</p>';
  expect(await unitsOf(html, 'LDN may cause nausea.')).toHaveLength(2);
});
