/**
 * Reading the DOM as it is, whatever a page names its form fields: `<input name="firstChild">` hides the property of its
 * form, `<img name="body">` that of the document, but never the accessor on the prototype. Content scripts have
 * prototypes of their own, so a page cannot change those.
 */

/** What is needed of a window, in a browser or in jsdom. */
export type PageWindow = Pick<
  Window & typeof globalThis,
  | 'document'
  | 'Node'
  | 'Element'
  | 'Text'
  | 'CharacterData'
  | 'Document'
  | 'HTMLSlotElement'
  | 'getComputedStyle'
>;

/** Safe access to nodes; made once for a window. */
export type Dom = ReturnType<typeof domOf>;

const elementNode = 1;
const textNode = 3;
/** NodeFilter.SHOW_TEXT */
const showText = 4;

/** The accessors of a window's DOM. */
export function domOf(window: PageWindow) {
  const { Node, Element, Text, CharacterData, Document, HTMLSlotElement } = window;
  const nodeType = getter(Node.prototype, 'nodeType');
  const firstChild = getter(Node.prototype, 'firstChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const parentNode = getter(Node.prototype, 'parentNode');
  const isConnected = getter(Node.prototype, 'isConnected');
  const textContent = getter(Node.prototype, 'textContent');
  const localName = getter(Element.prototype, 'localName');
  const shadowRoot = getter(Element.prototype, 'shadowRoot');
  const slotOfElement = getter(Element.prototype, 'assignedSlot');
  const slotOfText = getter(Text.prototype, 'assignedSlot');
  const data = getter(CharacterData.prototype, 'data');
  const body = getter(Document.prototype, 'body');
  const title = getter(Document.prototype, 'title');
  const documentElement = getter(Document.prototype, 'documentElement');
  const { getAttribute, hasAttribute, querySelector, querySelectorAll, closest } = Element.prototype;
  const { contains, getRootNode } = Node.prototype;
  const { assignedNodes } = HTMLSlotElement.prototype;
  const { createTreeWalker } = Document.prototype;
  const namespace = getter(Element.prototype, 'namespaceURI');

  const isElement = (node: Node): node is Element => nodeType(node) === elementNode;
  const isText = (node: Node): node is Text => nodeType(node) === textNode;
  const nameOf = (element: Element) => localName(element).toLowerCase();
  const childrenOf = (node: Node) => {
    const children: Node[] = [];
    for (let child = firstChild(node); child; child = nextSibling(child)) children.push(child);
    return children;
  };

  /** The host of a shadow root. Links have a `host` too, but are elements. */
  const hostOf = (node: Node) => (!isElement(node) && 'host' in node ? (node as ShadowRoot).host : null);

  return {
    isElement,
    isText,
    nameOf,
    childrenOf,
    nextSibling,
    parentOf: parentNode,
    isConnected,
    shadowRootOf: shadowRoot,
    dataOf: data,
    attribute: (element: Element, name: string) => getAttribute.call(element, name),
    hasAttribute: (element: Element, name: string) => hasAttribute.call(element, name),
    find: (element: Element, selector: string) => querySelector.call(element, selector),
    findAll: (element: Element, selector: string): Element[] => [...querySelectorAll.call(element, selector)],
    closest: (element: Element, selector: string): Element | null => closest.call(element, selector),
    contains: (outer: Node, inner: Node) => contains.call(outer, inner),
    rootOf: (node: Node) => getRootNode.call(node),
    textOf: (node: Node) => textContent(node) ?? '',
    /** The body; the root element where there is none. */
    bodyOf: (document: Document): Element | null => body(document) ?? documentElement(document),
    titleOf: title,
    documentElementOf: documentElement,
    /** Neither HTML nor XHTML: a drawing, a feed. */
    isForeign: (document: Document): boolean => {
      const root = documentElement(document);
      return root !== null && namespace(root) !== 'http://www.w3.org/1999/xhtml';
    },
    /** Is there a text node below that passes the test? */
    someText: (root: Node, test: (text: Text) => boolean): boolean => {
      const walker = createTreeWalker.call(window.document, root, showText);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (isText(node) && test(node)) return true;
      return false;
    },
    /** All open shadow roots of a document, those in other shadow trees included. */
    openShadows: (document: Document): ShadowRoot[] => {
      const root = documentElement(document);
      const found: ShadowRoot[] = [];
      for (let scope: Element | ShadowRoot | null = root, next = 0; scope; scope = found[next++] ?? null) {
        const all = isElement(scope) ? querySelectorAll.call(scope, '*') : scope.querySelectorAll('*');
        for (const element of all) {
          const shadow = shadowRoot(element);
          if (shadow) found.push(shadow);
        }
      }
      return found;
    },
    /** The places in an element's open shadow tree where its own children are drawn. */
    slotsOf: (element: Element): Element[] => {
      const shadow = shadowRoot(element);
      return shadow ? [...shadow.querySelectorAll('slot')] : [];
    },
    /** What is drawn inside an element: its shadow tree where it has an open one, else its children. */
    drawnChildren: (element: Element): Node[] => {
      const shadow = shadowRoot(element);
      if (shadow) return childrenOf(shadow);
      if (nameOf(element) !== 'slot' || !(element instanceof HTMLSlotElement)) return childrenOf(element);
      const assigned = assignedNodes.call(element);
      return assigned.length ? assigned : childrenOf(element);
    },
    /** The node that a node is drawn in: its slot, its parent, or the host of its shadow tree. */
    drawnIn: (node: Node): Node | null => {
      const slot = isElement(node) ? slotOfElement(node) : isText(node) ? slotOfText(node) : null;
      return slot ?? hostOf(node) ?? parentNode(node);
    },
  };
}

/** An accessor that does not ask the object itself. */
function getter<T, Key extends keyof T>(prototype: T, key: Key): (of: T) => T[Key] {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  return get ? (of) => get.call(of) : (of) => of[key];
}
