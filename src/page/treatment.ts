/** What an element is to somebody who reads the page: part of a sentence, a block of its own, or nothing to read. */
import type { Dom } from './dom.ts';
import type { Look, Styles } from './styles.ts';

/**
 * `left out`: nothing to read here; `hidden`: nothing to read as long as it is styled so; `break`: a line feed;
 * `inline`: part of the running text; `apart`: part of it, but drawn as a box of its own; `block`: begins and ends a block.
 */
export type Treatment = 'left out' | 'hidden' | 'break' | 'inline' | 'apart' | 'block';

/** What an element inherits that bears on its treatment. */
export interface Surroundings {
  /** inside the article or the main part of the page */
  readonly inContent: boolean;
  /** inside `h1` to `h6` or `summary`: a button there is the heading's own text */
  readonly inHeading: boolean;
  /** the page marks its main part, so what stands beside it is not of it */
  readonly hasMainPart: boolean;
}

const leftOut = new Set(
  `area audio base button canvas code datalist embed frame frameset head iframe input link map math meta meter nav noframes
  noscript object optgroup option picture pre progress rp rt script search select style svg template textarea title video`
    .trim()
    .split(/\s+/),
);
const leftOutRoles = new Set(
  `checkbox combobox img listbox menu menubar navigation progressbar radiogroup scrollbar search searchbox slider
  spinbutton switch tablist textbox toolbar tooltip tree`
    .trim()
    .split(/\s+/),
);
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1
  h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p section summary table tbody td tfoot th thead tr ul`
    .trim()
    .split(/\s+/),
);
/** Never split a sentence, however they are styled. */
const phrases = new Set(
  `abbr acronym b bdi bdo big cite data del dfn em font i ins kbd mark q s samp small strike strong sub sup time tt u var
  wbr`
    .trim()
    .split(/\s+/),
);
const blockDisplay = /^(block|flex|grid|flow-root|list-item|table)/;

/** Decides on one element that is drawn as `look` says. */
export function treatmentOf(
  element: Element,
  look: Look,
  around: Surroundings,
  dom: Dom,
  styles: Styles,
): Treatment {
  const name = dom.nameOf(element);
  const role = dom.attribute(element, 'role') ?? '';
  if (name === 'br' || name === 'hr') return name === 'br' ? 'break' : 'block';
  if (isControl(element, name, role, around, dom)) return 'left out';
  if (isChrome(element, name, role, around, dom)) return 'left out';
  if (look.display === 'none' || isSetAside(element, name, dom)) return 'hidden';
  if (blocks.has(name) || name === 'button') return 'block';
  if (!look.display || !blockDisplay.test(look.display)) return 'inline';
  return phrases.has(name) || isBoxInRow(element, dom, styles) ? 'apart' : 'block';
}

function isControl(element: Element, name: string, role: string, around: Surroundings, dom: Dom): boolean {
  if (name === 'button') return !around.inHeading && !opensPanel(element, dom);
  if (role === 'button') return name === 'a';
  return leftOut.has(name) || leftOutRoles.has(role);
}

/** The button of an accordion stands where a heading would; a burger menu's is shorter than any heading. */
function opensPanel(button: Element, dom: Dom): boolean {
  const controls = dom.hasAttribute(button, 'aria-expanded') || dom.hasAttribute(button, 'aria-controls');
  return controls && dom.textOf(button).trim().split(/\s+/).length >= 3;
}

/** Header, footer and side bar of the site, not of the article. */
function isChrome(element: Element, name: string, role: string, around: Surroundings, dom: Dom): boolean {
  if (around.inContent) return false;
  if (name === 'header' || role === 'banner') return !dom.find(element, 'h1');
  if (name === 'footer' || role === 'contentinfo') return true;
  return around.hasMainPart && (name === 'aside' || role === 'complementary');
}

/** Taken out of reading by an attribute. `hidden="until-found"` is a closed panel that the reader can open. */
function isSetAside(element: Element, name: string, dom: Dom): boolean {
  const hidden = dom.attribute(element, 'hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (dom.attribute(element, 'aria-hidden') === 'true') return true;
  if (name === 'dialog' && !dom.hasAttribute(element, 'open')) return true;
  const editable = dom.attribute(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Inline elements in a flex or grid row are computed as blocks, though they stand side by side. */
function isBoxInRow(element: Element, dom: Dom, styles: Styles): boolean {
  const parent = dom.drawnIn(element);
  return parent !== null && dom.isElement(parent) && /flex|grid/.test(styles.lookAt(parent).display ?? '');
}
