/** Builds elements. Text only ever enters as text nodes: nothing here parses markup. */

type Value = string | number | boolean | undefined;
type Attributes = Readonly<Record<string, Value>>;
type Child = Node | string | undefined | false;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An HTML element with attributes and children; `undefined` and `false` stand for "leave out". */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  fill(made, attributes, children);
  return made;
}

/** The same for SVG. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(svgNamespace, tag);
  fill(made, attributes, children);
  return made;
}

/** A button that does something. */
export function button(
  attributes: Attributes,
  act: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** A link out of the extension: it opens beside the page and tells nobody where it was clicked. */
export function outLink(href: string, ...children: readonly Child[]): HTMLAnchorElement {
  return element(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' },
    ...children,
  );
}

/** A list of short texts; nothing where there are none. */
export function list(texts: readonly string[] | undefined, attributes: Attributes = {}): Element | undefined {
  if (!texts?.length) return undefined;
  return element('ul', attributes, ...texts.map((text) => element('li', {}, text)));
}

function fill(made: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
}
