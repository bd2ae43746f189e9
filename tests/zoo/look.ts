/** What is to be seen in a page: its tree, its text and its marks, open shadow trees included. */

/** The document and its open shadow roots. */
export function trees(): Node[] {
  return [document, ...[...nodes(document)].filter((node) => node instanceof ShadowRoot)];
}

/** All nodes in order, a shadow tree before its host's own children. */
function* nodes(from: Node): Generator<Node> {
  yield from;
  if (from instanceof Element && from.shadowRoot) yield* nodes(from.shadowRoot);
  for (const child of from.childNodes) yield* nodes(child);
}

/** One line for each node, with what the reader has put in; and where the reader is. */
export function treeLines(): string[] {
  const { activeElement, defaultView } = document;
  return [
    ...[...nodes(document)].map((node) => `${'  '.repeat(depthOf(node))}${lineOf(node)}`),
    `focus ${activeElement?.nodeName}, scrolled ${Math.round(defaultView?.scrollY ?? 0)}, selected "${getSelection()}"`,
  ];
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at = outOf(node); at; at = outOf(at)) depth += 1;
  return depth;
}

function outOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function lineOf(node: Node): string {
  if (node instanceof CharacterData) return `${node.nodeName} ${JSON.stringify(node.data)}`;
  if (!(node instanceof Element)) return node.nodeName;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  const value = node instanceof HTMLInputElement ? ` value is ${JSON.stringify(node.value)}` : '';
  return `<${node.nodeName}${attributes.join('')}>${value}`;
}

/** All text, whoever reads it. */
export function allText(): string {
  return textOf(() => true);
}

/** How many elements of ours stand in the page. */
export function countElements(): number {
  return [...nodes(document)].filter(({ nodeName }) => nodeName === 'READING-MARK').length;
}

/** The text that is drawn and cannot be edited. */
export function drawnText(): string {
  return textOf(
    (parent) => parent.checkVisibility() && !parent.closest('script, style, [contenteditable=true]'),
  );
}

/** The text of all marks, whichever painter made them. */
export function markedText(): string {
  const highlighted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(wordsOf));
  return [...highlighted, textOf((parent) => parent.closest('reading-mark') !== null)].join('');
}

function textOf(isMeant: (parent: Element) => boolean): string {
  const texts = [...nodes(document)].filter((node) => node instanceof Text);
  return texts
    .filter(({ parentNode }) => {
      const parent = parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
      return parent instanceof Element && isMeant(parent);
    })
    .map(({ data }) => data)
    .join('');
}

/** A mark on text that has left the page marks nothing. */
function wordsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  if (!startContainer.isConnected || !endContainer.isConnected) return '';
  const range = new Range();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return '';
  }
  return range.toString();
}
