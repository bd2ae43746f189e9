/** The one form in which an authored file is kept, so that two editors' changes differ only in what they changed. */
import { type Document, isMap, isScalar, isSeq, type Pair, visit } from 'yaml';

/** Anything with keys in a fixed order: a schema of ours. */
export interface Shape {
  readonly shape: Readonly<Record<string, unknown>>;
}

const widest = 110;

/**
 * The canonical text of an authored file: keys in the schema's order, terms in that of the alphabet, lines wrapped.
 * Comments stay where they are. Changes the document.
 */
export function canonicalText(document: Document, schema: Shape): string {
  const order = Object.keys(schema.shape);
  const entries = isSeq(document.contents) ? document.contents.items : [document.contents];
  visit(document, { Node: (_, node) => void plain(node) });
  for (const entry of entries) {
    if (!isMap(entry)) continue;
    entry.items.sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
    for (const pair of entry.items) arrange(keyOf(pair), pair.value);
  }
  if (isMap(document.contents)) return document.toString({ lineWidth: widest });
  return document.toString({ lineWidth: 0 }).replace(/^ {2}terms: \[.*\]$/gm, filled);
}

/** Forgets how the author's hand wrote it: quotes, empty lines, brackets. */
function plain(node: { type?: unknown; flow?: unknown; spaceBefore?: unknown }): void {
  delete node.type;
  delete node.flow;
  delete node.spaceBefore;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function arrange(key: string, list: unknown): void {
  if (!isSeq(list)) return;
  if (key === 'wordings') for (const item of list.items) if (isSeq(item)) item.flow = true;
  if (key === 'terms' || key === 'milligrams') list.flow = true;
  if (key === 'terms') list.items.sort(byTerm);
}

function byTerm(a: unknown, b: unknown): number {
  const [one = '', other = ''] = [a, b].map((item) =>
    isScalar(item) ? String(item.value).toLowerCase() : '',
  );
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A long list of terms, as many to a line as fit. */
function filled(line: string): string {
  const lines = [''];
  for (const piece of line.split(/(?<=,) /)) {
    const last = lines.at(-1) ?? '';
    if (!last) lines[lines.length - 1] = piece;
    else if (`${last} ${piece}`.length <= widest) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(`    ${piece}`);
  }
  return lines.join('\n');
}
