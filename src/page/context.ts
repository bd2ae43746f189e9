/** What the text inside an element inherits from the elements around it. */
import type { Block } from '../matching/page-text.ts';
import type { Dom } from './dom.ts';
import type { TablePlan } from './table.ts';
import type { Surroundings } from './treatment.ts';

export interface Context extends Surroundings {
  readonly kind: Block['kind'];
  readonly level: number;
  /** the list or table that items and rows share */
  readonly group: Element | undefined;
  readonly listDepth: number;
  readonly list: Element | undefined;
  readonly language: string | undefined;
  readonly isVisible: boolean;
  /** the tree that the nodes belong to: document or shadow root */
  readonly tree: Node;
  readonly isBold: boolean;
  readonly isLink: boolean;
  /** how the rows of the data table around are read; another one whenever the table is read again */
  readonly plan: TablePlan | undefined;
  /** rows: a header for each cell */
  readonly headers: readonly string[] | undefined;
}

/** What the page's body inherits. */
export function outermost(tree: Node, hasMainPart: boolean): Context {
  return {
    kind: 'paragraph',
    level: 0,
    group: undefined,
    listDepth: 0,
    list: undefined,
    language: undefined,
    isVisible: true,
    tree,
    isBold: false,
    isLink: false,
    plan: undefined,
    headers: undefined,
    inContent: false,
    inHeading: false,
    hasMainPart,
  };
}

/** What an element's children inherit. */
export function contextInside(element: Element, name: string, outer: Context, dom: Dom): Context {
  const role = dom.attribute(element, 'role');
  return {
    ...outer,
    ...blockPart(element, name, role, outer, dom),
    language: dom.attribute(element, 'lang') ?? outer.language,
    inContent: outer.inContent || isContent(name, role),
    isBold: outer.isBold || name === 'b' || name === 'strong',
    isLink: outer.isLink || (name === 'a' && dom.hasAttribute(element, 'href')),
  };
}

/** What kind of block the element makes of its text. A heading or a row keeps its own, whatever stands in it. */
function blockPart(
  element: Element,
  name: string,
  role: string | null,
  outer: Context,
  dom: Dom,
): Partial<Context> {
  if (outer.kind === 'row') return {};
  if (role === 'heading') return heading(Number(dom.attribute(element, 'aria-level')) || 2);
  if (/^h[1-6]$/.test(name)) return heading(Number(name[1]));
  if (outer.kind === 'heading') return {};
  switch (name) {
    case 'summary':
    case 'dt':
    case 'button':
      return heading(7);
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { ...paragraph, list: element, listDepth: outer.listDepth + 1 };
    case 'li':
      return { kind: 'item', level: Math.max(1, outer.listDepth), group: outer.list };
    case 'dd':
      return paragraph;
    case 'figcaption':
    case 'caption':
      return { ...paragraph, kind: 'caption' };
    default:
      return {};
  }
}

const paragraph: Partial<Context> = { kind: 'paragraph', level: 0, group: undefined };

function heading(level: number): Partial<Context> {
  return {
    kind: 'heading',
    level: Math.min(Math.max(Math.trunc(level), 1), 7),
    group: undefined,
    inHeading: true,
  };
}

/** `section` counts: themes without `main` put article and its header into one. */
function isContent(name: string, role: string | null): boolean {
  return /^(article|main|section|blockquote)$/.test(name) || role === 'main' || role === 'article';
}

/** Is text read in one of these contexts read the same in the other? */
export function isSameContext(one: Context, other: Context): boolean {
  const keys = Object.keys(one) as (keyof Context)[];
  return keys.every((key) => one[key] === other[key]);
}
