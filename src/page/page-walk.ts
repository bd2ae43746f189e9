/** One pass over a page: visits what is new or changed since the last and takes the rest from memory. */
import { BlockBuilder, type Draft, type Tally } from './block-builder.ts';
import { type Context, contextInside, isSameContext, outermost } from './context.ts';
import type { Dom } from './dom.ts';
import type { Styles } from './styles.ts';
import { planTable } from './table.ts';
import { type Treatment, treatmentOf } from './treatment.ts';
import type { Visit, Visits } from './visits.ts';

/** What was read of a block-level element. A tree, so that deep nesting costs no copies. */
export interface Output {
  tally: Tally;
  parts: (Draft | Output)[];
}

/** What a walk needs to know of the page, and what it finds beside text. */
export interface WalkSetting {
  readonly dom: Dom;
  readonly styles: Styles;
  readonly visits: Visits;
  /** called for each element that has an open shadow tree, or is of the kind that may get one */
  readonly foundHost: (host: Element, shadow: ShadowRoot | null) => void;
}

/**
 * How an element's edges divide the text: not at all, as a footnote's number, as a box in a line, as a new line in a
 * heading or cell, as a block, as a table's row or cell.
 */
type Edge = 'none' | 'note' | 'box' | 'line' | 'block' | 'row' | 'cell';

/** An element whose children are being read. */
interface Frame {
  readonly element: Element;
  readonly visit: Visit;
  readonly children: readonly Node[];
  readonly context: Context;
  readonly output: Output;
  readonly edge: Edge;
  next: number;
  cells: number;
}

const nodesPerStep = 100;
/** "2", "[3, 4]", "†" */
const notes = /^[\s\d,;–\-[\]()*†‡§]{1,30}$/;
const contentSelector = 'main, article, [role=main]';

/** Reads `root` step by step; done with what was read of it. */
export function* walkPage(root: Element, setting: WalkSetting): Generator<undefined, Output> {
  const { dom, visits } = setting;
  const outer = outermost(dom.rootOf(root), dom.find(root, contentSelector) !== null);
  const output = emptyOutput();
  const walk = new Walk(setting, output);
  walk.enter(root, { context: outer, output, edge: 'none', cells: 0 });
  for (let count = 1; walk.step(); count += 1) if (count % nodesPerStep === 0) yield;
  return visits.of(root)?.output ?? output;
}

class Walk {
  readonly #setting: WalkSetting;
  readonly #stack: Frame[] = [];
  readonly #builder: BlockBuilder;

  constructor(setting: WalkSetting, outermostOutput: Output) {
    this.#setting = setting;
    this.#builder = new BlockBuilder((draft, tally) =>
      append(this.#stack.at(-1)?.output ?? outermostOutput, draft, tally),
    );
  }

  /** Reads one node; false when there is none left. */
  step(): boolean {
    const frame = this.#stack.at(-1);
    if (!frame) return false;
    const { dom } = this.#setting;
    const node = frame.children[frame.next];
    frame.next += 1;
    if (!node) this.#leave(frame);
    else if (dom.isText(node)) this.#readText(node, frame);
    else if (dom.isElement(node)) this.enter(node, frame);
    return true;
  }

  /** Begins with an element: reads its children next, unless there is nothing to read or nothing new. */
  enter(element: Element, parent: Parent): void {
    const { dom, styles, visits } = this.#setting;
    const outer = parent.context;
    const look = styles.lookAt(element);
    const treatment = treatmentOf(element, look, outer, dom, styles);
    if (treatment === 'break') {
      this.#builder.lineBreak();
      return;
    }
    const visit: Visit = { treatment, look, outer, isStale: false };
    if (treatment === 'left out' || treatment === 'hidden' || outer.plan?.headerRows.has(element)) {
      this.#builder.gap();
      visits.remember(element, visit);
      return;
    }
    const edge = edgeOf(element, treatment, parent, dom);
    if (edge === 'note') this.#builder.note();
    this.#cross(edge, parent);
    if (edge === 'block' && this.#takeFromMemory(element, visit, parent.output)) return;
    visits.remember(element, visit);
    this.#stack.push(this.#frameOf(element, visit, edge, parent));
  }

  #frameOf(element: Element, visit: Visit, edge: Edge, parent: Parent): Frame {
    const { dom, foundHost } = this.#setting;
    const name = dom.nameOf(element);
    const plan = name === 'table' && edge === 'block' ? planTable(element, dom) : parent.context.plan;
    const shadow = dom.shadowRootOf(element);
    if (shadow || name.includes('-')) foundHost(element, shadow);
    const tree = shadow ?? (name === 'slot' ? slottedTree(element, dom) : parent.context.tree);
    const context = {
      ...contextInside(element, name, parent.context, dom),
      ...(edge === 'row' && { kind: 'row' as const, level: 0, headers: plan?.headers.get(element) }),
      ...(name === 'table' && plan && { group: element }),
      isVisible: visit.look.isVisible,
      plan,
      tree,
    };
    const output = edge === 'block' ? emptyOutput() : parent.output;
    return {
      element,
      visit,
      children: dom.drawnChildren(element),
      context,
      output,
      edge,
      next: 0,
      cells: 0,
    };
  }

  /** The edge before or after an element's text. */
  #cross(edge: Edge, parent: Parent): void {
    if (edge === 'box') this.#builder.apart();
    if (edge === 'line') this.#builder.line();
    if (edge === 'block' || edge === 'row') this.#builder.end();
    if (edge === 'cell') this.#builder.cell(parent.context, parent.cells === 0);
    if (edge === 'cell') parent.cells += 1;
  }

  #takeFromMemory(element: Element, visit: Visit, into: Output): boolean {
    const known = this.#setting.visits.of(element);
    if (!known?.output || known.isStale || known.look.isVisible !== visit.look.isVisible) return false;
    if (known.treatment !== visit.treatment || !isSameContext(known.outer, visit.outer)) return false;
    append(into, known.output, known.output.tally);
    return true;
  }

  #leave(frame: Frame): void {
    if (frame.edge !== 'cell') this.#cross(frame.edge, frame);
    this.#stack.pop();
    if (frame.edge !== 'block') return;
    if (isMenu(this.#setting.dom.nameOf(frame.element), frame.output.tally)) frame.output.parts = [];
    if (!frame.output.parts.length) frame.output.tally = emptyOutput().tally;
    frame.visit.output = frame.output;
    const parent = this.#stack.at(-1);
    if (parent) append(parent.output, frame.output, frame.output.tally);
  }

  #readText(node: Text, { element, context }: Frame): void {
    const { dom, styles } = this.#setting;
    const data = dom.dataOf(node);
    if (!context.isVisible) this.#builder.gap();
    else
      this.#builder.text(
        node,
        asDrawn(data, () => styles.keepsLineFeeds(element)),
        context,
      );
  }
}

type Parent = Pick<Frame, 'context' | 'output' | 'edge' | 'cells'>;

function edgeOf(element: Element, treatment: Treatment, parent: Parent, dom: Dom): Edge {
  const name = dom.nameOf(element);
  if (treatment === 'apart') return 'box';
  if (treatment !== 'block') return name === 'sup' && notes.test(dom.textOf(element)) ? 'note' : 'none';
  if (parent.edge === 'row') return 'cell';
  if (name === 'tr' && parent.context.plan) return 'row';
  // Read with their table: its headers stand over their cells
  if (parent.context.plan && /^t(head|body|foot)$/.test(name)) return 'none';
  return parent.context.kind === 'row' || parent.context.kind === 'heading' ? 'line' : 'block';
}

/** Nodes in a slot belong to the tree of the slot's host. */
function slottedTree(slot: Element, dom: Dom): Node {
  const [first] = dom.drawnChildren(slot);
  return dom.rootOf(first ?? slot);
}

/** White space of the source, as long as it was: a line feed there is a space to the reader, and tabs part cells. */
function asDrawn(data: string, keepsLineFeeds: () => boolean): string {
  if (!/[\t\n\r\f]/.test(data)) return data;
  return data.includes('\n') && keepsLineFeeds()
    ? data.replace(/[\t\r\f]/g, ' ')
    : data.replace(/[\t\n\r\f]/g, ' ');
}

/** A list of nothing but links, and these no sentences, leads elsewhere. */
function isMenu(name: string, { letters, linked, blocks, sentences }: Tally): boolean {
  return /^(ul|ol|menu|dir)$/.test(name) && blocks > 1 && linked > letters * 0.9 && sentences * 2 < blocks;
}

/** Nothing read. */
export function emptyOutput(): Output {
  return { parts: [], tally: { letters: 0, linked: 0, blocks: 0, sentences: 0 } };
}

function append(output: Output, part: Draft | Output, more: Tally): void {
  output.parts.push(part);
  output.tally.letters += more.letters;
  output.tally.linked += more.linked;
  output.tally.blocks += more.blocks;
  output.tally.sentences += more.sentences;
}
