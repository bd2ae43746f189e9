/** "Why is this marked?": the sentence with the words that decided, and what came from around it. */
import type { ClaimMade, TextRange } from '../matching/page-text.ts';
import { element, list } from './element.ts';
import { originWords, roleWords } from './words.ts';

/** The sentence with its deciding words marked, then each reason in words. `start`: where the quote stands in the page's text. */
export function reasonsBlock(quote: string, start: number, made: ClaimMade, statement: string): HTMLElement {
  const ranges = made.reasons.flatMap((reason) => reason.range ?? []);
  const told = made.reasons.map(
    (reason) => `${roleWords[reason.role]}: “${reason.text}”, ${originWords[reason.from]}`,
  );
  return element(
    'div',
    { class: 'reasons' },
    element('p', {}, 'We read this sentence as: ', element('em', {}, statement)),
    element('blockquote', {}, ...markedText(quote, start, ranges)),
    list(told),
    element('p', { class: 'quiet' }, 'A program on your device reads the words. It can be wrong.'),
  );
}

/** The text with some of its ranges as `mark` elements. Ranges out of bounds or overlapping are cut to fit. */
export function markedText(text: string, start: number, ranges: readonly TextRange[]): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, range.start - start);
    const to = Math.min(text.length, range.end - start);
    if (to <= from) continue;
    pieces.push(text.slice(at, from), element('mark', {}, text.slice(from, to)));
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces;
}
