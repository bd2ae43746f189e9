/** Tables: which ones hold data, and which header stands over each cell. */
import type { Dom } from './dom.ts';

/** How the rows of a data table are to be read. */
export interface TablePlan {
  /** rows that are headers and no blocks of their own */
  readonly headerRows: ReadonlySet<Element>;
  /** for each other row, a header for each of its cells; '' where there is none */
  readonly headers: ReadonlyMap<Element, readonly string[]>;
}

/** A table's plan; undefined where the table only lays out the page and is read like any other box. */
export function planTable(table: Element, dom: Dom): TablePlan | undefined {
  const role = dom.attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return undefined;
  if (dom.find(table, 'table, h1, h2, h3, article, form')) return undefined;
  const rows = dom.findAll(table, 'tr').map((row) => ({ row, cells: cellsOf(row, dom) }));
  if (!rows.some(({ cells }) => cells.length > 1)) return undefined;
  const headerRows = new Set(findHeaderRows(rows, dom).map(({ row }) => row));
  return { headerRows, headers: headersOf(rows, headerRows, dom) };
}

/** More columns than any reader looks at. */
const widest = 200;

interface Row {
  readonly row: Element;
  readonly cells: readonly Element[];
}

function cellsOf(row: Element, dom: Dom): Element[] {
  return dom
    .childrenOf(row)
    .filter(dom.isElement)
    .filter((cell) => /^t[dh]$/.test(dom.nameOf(cell)));
}

/** Rows of `thead`, else the first row where all cells are headers or stand in bold. */
function findHeaderRows(rows: readonly Row[], dom: Dom): Row[] {
  const inHead = rows.filter(({ row }) => {
    const parent = dom.parentOf(row);
    return parent !== null && dom.isElement(parent) && dom.nameOf(parent) === 'thead';
  });
  if (inHead.length) return inHead;
  const [first, ...others] = rows;
  if (!first || first.cells.length < 2 || !others.length) return [];
  const areHeaders = (test: (cell: Element) => boolean) =>
    first.cells.every(test) && !others.some(({ cells }) => cells.length > 1 && cells.every(test));
  const isHeader =
    areHeaders((cell) => dom.nameOf(cell) === 'th') || areHeaders((cell) => isAllBold(cell, dom));
  return isHeader ? [first] : [];
}

function isAllBold(cell: Element, dom: Dom): boolean {
  const text = plainText(cell, dom);
  const bold = dom.findAll(cell, 'b, strong').map((element) => plainText(element, dom));
  return text !== '' && bold.join(' ') === text;
}

/** Walks the grid that the cells' spans make up. */
function headersOf(
  rows: readonly Row[],
  headerRows: ReadonlySet<Element>,
  dom: Dom,
): Map<Element, readonly string[]> {
  const columns: string[] = [];
  const occupied: number[] = [];
  const headers = new Map<Element, readonly string[]>();
  for (const { row, cells } of rows) {
    const isHeader = headerRows.has(row);
    const own: string[] = [];
    let column = 0;
    for (const cell of cells.slice(0, widest)) {
      while (occupied[column]) column += 1;
      const width = span(cell, 'colspan', dom);
      const text = isHeader ? plainText(cell, dom) : '';
      own.push(columns[column] ?? '');
      for (const end = Math.min(column + width, widest); column < end; column += 1) {
        occupied[column] = span(cell, 'rowspan', dom);
        if (text) columns[column] = [columns[column], text].filter(Boolean).join(' ');
      }
    }
    for (let at = 0; at < occupied.length; at += 1) occupied[at] = Math.max(0, (occupied[at] ?? 0) - 1);
    if (!isHeader) headers.set(row, own);
  }
  return headers;
}

function span(cell: Element, name: 'colspan' | 'rowspan', dom: Dom): number {
  const value = Number.parseInt(dom.attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), widest);
}

function plainText(element: Element, dom: Dom): string {
  return dom.textOf(element).replace(/\s+/g, ' ').trim();
}
