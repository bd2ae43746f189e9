/** Rows of tables: which column a word stands in, and what the column's header speaks of. */
import type { ConceptFinder } from './concepts.ts';
import type { Block } from './page-text.ts';
import { type FoundText, findIn } from './read-text.ts';
import type { Cell } from './read-unit.ts';
import type { Unit } from './units.ts';

/** Reads the rows of a page, in order. */
export interface RowReader {
  /** the headers of a row's columns */
  headersOf(block: Block): readonly FoundText[];
  /** the cells that a unit of a row touches */
  cellsOf(unit: Unit): Cell[];
}

/** Reads each header once, however many rows stand below it. */
export function createRowReader(find: ConceptFinder): RowReader {
  const known = new Map<string, FoundText>();
  const headerOf = (text: string): FoundText => {
    const header = known.get(text) ?? findIn(text, find);
    known.set(text, header);
    return header;
  };
  /** How far the row has been read, and the column come to. */
  let at: { readonly block: Block; readonly to: number; readonly column: number } | undefined;
  const columnOf = ({ block, start }: Unit): number => {
    const before = at?.block === block ? at : { to: 0, column: 0 };
    const column = before.column + block.text.slice(before.to, start).split('\t').length - 1;
    at = { block, to: start, column };
    return column;
  };
  return {
    headersOf: ({ headers = [] }) => headers.map(headerOf),
    cellsOf(unit) {
      const cells: Cell[] = [];
      const column = columnOf(unit);
      let from = 0;
      for (let i = 0; i <= unit.words.length; i++) {
        if (i < unit.words.length && unit.words[i]?.text !== '\t') continue;
        const { text, hits } = headerOf(unit.block.headers?.[column + cells.length] ?? '');
        cells.push({ from, to: i, header: text, headerHits: hits });
        from = i + 1;
      }
      return cells;
    },
  };
}
