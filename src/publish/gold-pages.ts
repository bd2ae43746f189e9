/** Annotations of HTML pages (JSON lines: `{"doc", "unit", "claims": [{"id", "stance", "optional"?}]}`) -> gold documents. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { JSDOM } from 'jsdom';
import * as z from 'zod';
import { type Stance, stances } from '../database/vocabulary.ts';
import { readDocument } from '../page/read-page.ts';
import type { GoldDocument, GoldUnit } from './corpus.ts';

const line = z.object({
  doc: z.string(),
  unit: z.string(),
  claims: z.array(z.object({ id: z.string(), stance: z.string(), optional: z.boolean().optional() })),
});

/** Reads a gold file and the pages that it speaks of: `doc` is a page's file name without its ending. */
export async function readGoldPages(goldFile: string, pageFiles: readonly string[]): Promise<GoldDocument[]> {
  const lines = readFileSync(goldFile, 'utf8')
    .split('\n')
    .filter((text) => text.trim().startsWith('{'))
    .map((text) => line.parse(JSON.parse(text)));
  return Promise.all(
    pageFiles.map(async (file): Promise<GoldDocument> => {
      const name = basename(file).replace(/\.[^.]*$/, '');
      const { window } = new JSDOM(readFileSync(file), { contentType: 'text/html' });
      const { page } = await readDocument(window);
      window.close();
      const text = page.blocks.map((block) => block.text).join('\n');
      const own = lines.filter(({ doc }) => doc === name);
      return {
        name,
        register: 'page',
        isSilent: own.length === 0,
        page,
        units: own.flatMap((one) => placesOf(one, text)),
      };
    }),
  );
}

/**
 * All places of an annotated unit in a page's text, whatever the white space; a unit may stand twice. Where it is a whole block ("Nausea", an item of a
 * list), longer blocks that hold its words are other units.
 */
function placesOf({ unit, claims }: z.infer<typeof line>, text: string): GoldUnit[] {
  const words = unit
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const gold = claims.map(({ id, stance, optional }) => ({
    id,
    stances: stance.split('|').filter((one): one is Stance => stances.includes(one as Stance)),
    isOptional: optional ?? false,
  }));
  const places = [...text.matchAll(new RegExp(words.join('\\s+'), 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    claims: gold,
  }));
  const isBlock = ({ start, end }: GoldUnit) =>
    (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
  const blocks = places.filter(isBlock);
  return blocks.length ? blocks : places;
}
