/** A page's blocks as a person would write them down, and whether the way back to the document holds. */
import type { Block } from '../../src/matching/page-text.ts';
import type { Found } from './read-in-page.ts';

/** One line for each block; how they read is told in read-cases.ts. */
export function sketch({ page }: Found): string[] {
  return page.blocks.map(({ kind, level, group, language, text, headers }) => {
    const sign = [kind, level || '', group ? `#${group}` : '', language ? `[${language}]` : ''];
    const words = text.replaceAll('\n', '⏎').replaceAll('\t', '│');
    return `${sign.filter(Boolean).join(' ')}: ${words}${headers ? ` {${headers.join('|')}}` : ''}`;
  });
}

/** Blocks whose place in the page's text, or in the document, is not where the reader says. */
export function misplaced({ page, inDocument }: Found): Block[] {
  const whole = page.blocks.map(({ text }) => text).join('\n');
  return page.blocks.filter(
    ({ start, text }, at) =>
      whole.slice(start, start + text.length) !== text || squeezed(inDocument[at] ?? '') !== squeezed(text),
  );
}

/** The reader adds spaces between boxes and leaves out what is not read; letters stay. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}
