/** Pages for tests. */
import type { Block, PageText, TextRange } from '../../src/matching/page-text.ts';
import { type GoldDocument, parseDocument } from '../../src/publish/corpus.ts';

/** A page in the corpus's Markdown, with the claims that each unit makes in braces behind it. */
export function documentOf(title: string, markdown: string): GoldDocument {
  return parseDocument(`---\ntitle: ${title}\n---\n${markdown}`, title);
}

/** A block whose place is yet to be counted; a paragraph unless it says so. */
export type BlockDraft = Partial<Block> & { readonly text: string };

/** A page of blocks, one after the other. */
export function pageOf(title: string, blocks: readonly BlockDraft[]): PageText {
  let start = 0;
  const placed = blocks.map((block): Block => {
    const one: Block = { kind: 'paragraph', level: 0, group: 0, ...block, start };
    start += block.text.length + 1;
    return one;
  });
  return { title, blocks: placed };
}

/** A page of paragraphs. */
export function paragraphs(title: string, ...texts: readonly string[]): PageText {
  return pageOf(
    title,
    texts.map((text) => ({ text })),
  );
}

/** All of a page's text, as ranges count it. */
export function textOf(page: PageText): string {
  return page.blocks.map((block) => block.text).join('\n');
}

/** The page's own words in a range. */
export function quoteOf(page: PageText, { start, end }: TextRange): string {
  return textOf(page).slice(start, end);
}
