/** A mention's words and what tells them from the same words elsewhere: for links to it and for annotations. */
import type { Mention } from '../matching/page-text.ts';
import { type PageState, quoteOf } from './state.ts';

/** How much is told of what stands around a mention, in UTF-16 code units. */
const around = 32;

/** The words of a mention, what stands right before and after them in their own blocks, and whether they stand elsewhere too. */
export function placeOf(state: PageState, mention: Mention) {
  const quote = quoteOf(state, mention);
  return { quote, ...surroundings(state, mention), isRepeated: isRepeated(state, quote) };
}

function surroundings({ reading }: PageState, { start, end }: Mention): { before: string; after: string } {
  const textAt = (place: number) => {
    const block = reading.page.blocks.findLast((one) => one.start <= place);
    return block ? { text: block.text, place: place - block.start } : { text: '', place: 0 };
  };
  const first = textAt(start);
  const last = textAt(end - 1);
  return {
    before: endOf(first.text.slice(0, first.place)),
    after: beginningOf(last.text.slice(last.place + 1)),
  };
}

/** The last words of a text; a word is not cut. */
function endOf(text: string): string {
  return text.length <= around ? text : text.slice(-around).replace(/^\S*/u, '');
}

function beginningOf(text: string): string {
  return text.length <= around ? text : text.slice(0, around).replace(/\S*$/u, '');
}

function isRepeated({ reading }: PageState, quote: string): boolean {
  let found = 0;
  for (const { text } of reading.page.blocks) {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      found += 1;
      if (found > 1) return true;
    }
  }
  return false;
}
