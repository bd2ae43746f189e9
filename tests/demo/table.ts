/** Rows -> a table for the terminal, each cell wrapped to its column. */

export interface Column {
  readonly title: string;
  /** in characters */
  readonly width: number;
}

const gap = '  ';

/** The table as text, with a line under its head and a blank line between rows. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const head = lineUp(
    columns,
    columns.map(({ title }) => title),
  );
  const rule = columns.map(({ width }) => '─'.repeat(width)).join(gap);
  return [head, rule, rows.map((row) => lineUp(columns, row)).join('\n\n')].join('\n');
}

function lineUp(columns: readonly Column[], row: readonly string[]): string {
  const cells = columns.map(({ width }, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width }, i) => (cells[i]?.[line] ?? '').padEnd(width))
      .join(gap)
      .trimEnd(),
  ).join('\n');
}

/** A cell's own line breaks are kept; words longer than the column stick out. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.trim().split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
