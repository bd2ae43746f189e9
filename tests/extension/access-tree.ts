/** The accessibility tree: what browsers hand to screen readers, closed shadow roots included. */

/** A node of either browser, in ARIA's words. */
export interface AccessNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `expanded`, `not expanded`, `level 2` ... */
  readonly states: readonly string[];
  readonly children: readonly AccessNode[];
}

/** What no screen reader speaks of, or only one browser tells: boxes, paragraphs, lines within a text. */
const silent =
  /^(none|generic|presentation|InlineTextBox|LineBreak|ListMarker|LabelText|label|Legend|paragraph|strong|emphasis|rootwebarea|document)$/i;

/** The tree as indented lines; a node that says just what its children say is left to speak for them. */
export function treeText(nodes: readonly AccessNode[], depth = 0): string {
  return nodes
    .map((node) => {
      const { role, name, description, states, children } = node;
      if (silent.test(role) || (role === 'group' && name === '')) return treeText(children, depth);
      const isText = role === 'StaticText';
      if (isText && name.trim() === '') return '';
      const line = isText
        ? `text: ${name.trim()}`
        : [
            role,
            ...(name ? [`"${name.trim()}"`] : []),
            ...states.map((state) => `[${state}]`),
            ...(description.trim() && description.trim() !== name.trim() ? [`(${description.trim()})`] : []),
          ].join(' ');
      const inner = isText || isSpokenBy(node) ? '' : treeText(children, depth + 1);
      return `${'  '.repeat(depth)}${line}\n${inner}`;
    })
    .join('');
}

/** Buttons, links, headings: their name is made of their contents. */
function isSpokenBy({ role, name }: AccessNode): boolean {
  return (
    /^(button|summary|link|rowheader|columnheader|cell|term|heading|tab|switch|checkbox|radio|image|img|textbox)$/.test(
      role,
    ) && name !== ''
  );
}
