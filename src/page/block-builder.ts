/** Pieces of running text -> blocks: where a block begins and ends, and which node each of its characters came from. */
import type { Block } from '../matching/page-text.ts';
import type { Context } from './context.ts';

/** A stretch of a block's text that stands in one text node. */
export interface Segment {
  readonly node: Text;
  /** where it begins in the node */
  readonly from: number;
  /** where it begins in the block's text */
  readonly at: number;
  length: number;
  /** nothing that is not text of this block lies between the segment before and this one */
  readonly isJoined: boolean;
}

/** A block before its place in the page's text is known. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly group: Element | undefined;
  readonly headers: readonly string[] | undefined;
  readonly language: string | undefined;
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** What a stretch of blocks is made of: tells menus from prose. */
export interface Tally {
  letters: number;
  linked: number;
  blocks: number;
  sentences: number;
}

/** What a block's text is put together from: a node's text, or what stands between. */
interface Piece {
  text: string;
  readonly segment?: Segment;
}

const longestHeading = 12;
const blank = /^\s*$/;

/** Collects text until a block ends. */
export class BlockBuilder {
  #pieces: Piece[] = [];
  #length = 0;
  #context: Context | undefined;
  #breaks = 0;
  #separator = '';
  #isJoined = true;
  #tree: Node | undefined;
  #boldLetters = 0;
  #linkedLetters = 0;
  readonly #emit: (draft: Draft, tally: Tally) => void;

  constructor(emit: (draft: Draft, tally: Tally) => void) {
    this.#emit = emit;
  }

  /** Running text. `data` has the length of the node's own, white space as it is drawn. */
  text(node: Text, data: string, context: Context): void {
    const isBlank = blank.test(data);
    if (isBlank && this.#isAtEdge()) return;
    if (this.#breaks > 1 && !isOneBlock(this.#context)) this.end();
    this.#context ??= context;
    const from = this.#isAtEdge() ? data.search(/\S/) : 0;
    this.#separate();
    const isJoined = this.#isJoined && this.#tree === context.tree;
    const text = from ? data.slice(from) : data;
    this.#add({ text, segment: { node, from, at: this.#length, length: text.length, isJoined } });
    this.#isJoined = true;
    this.#tree = context.tree;
    if (!isBlank) this.#count(text, context);
  }

  /** A line feed; two of them part paragraphs. */
  lineBreak(): void {
    if (this.#context) this.#breaks += 1;
  }

  /** The number of a footnote: no part of the word before it, as an exponent would be. */
  note(): void {
    if (/(?:\p{L}{3}|[^\p{L}\d\s])$/u.test(this.#pieces.at(-1)?.text.slice(-3) ?? '')) this.apart();
  }

  /** Something to be read as a word of its own begins or ends: a box in a row of boxes. */
  apart(): void {
    if (!this.#separator && !blank.test(this.#lastCharacter())) this.#separator = ' ';
  }

  /** Something that is not part of the text stands here. */
  gap(): void {
    this.#isJoined = false;
  }

  /** The boundary of a block inside a heading or cell: the text goes on in a new line. */
  line(): void {
    if (this.#isAtStart()) return;
    this.#separator = '\n';
    this.#isJoined = false;
  }

  /** The next cell of a row begins. Empty cells count, or headers would stand over the wrong ones. */
  cell(context: Context, isFirst: boolean): void {
    this.#context = context;
    this.#trimEnd();
    this.#breaks = 0;
    this.#separator = '';
    this.#isJoined = false;
    if (!isFirst) this.#add({ text: '\t' });
  }

  /** The block ends. */
  end(): void {
    this.#trimEnd();
    const segments = this.#pieces.flatMap(({ segment }) => segment ?? []);
    if (this.#context && segments.length) this.#finish(this.#context, segments);
    this.#pieces = [];
    this.#length = 0;
    this.#context = undefined;
    this.#breaks = 0;
    this.#separator = '';
    this.#isJoined = true;
    this.#boldLetters = 0;
    this.#linkedLetters = 0;
  }

  #finish({ kind, level, group, headers, language }: Context, segments: readonly Segment[]): void {
    const text = this.#pieces.map((piece) => piece.text).join('');
    const letters = countLetters(text);
    const linked = Math.min(this.#linkedLetters, letters);
    const isSentence = /[.!?…:;]["'”’)\]]*$/.test(text.slice(-9));
    // A paragraph that is one link leads elsewhere: "Read more: ..."
    if (kind === 'paragraph' && linked === letters && !isSentence) return;
    const draft = { kind, level, group, headers, language, text, segments };
    const looksLikeHeading =
      kind === 'paragraph' &&
      this.#boldLetters >= letters &&
      !/[.!?…;,]/.test(text.slice(-1)) &&
      isShort(text);
    this.#emit(looksLikeHeading ? { ...draft, kind: 'heading', level: 7, group: undefined } : draft, {
      letters,
      linked,
      blocks: 1,
      sentences: isSentence ? 1 : 0,
    });
  }

  #add(piece: Piece): void {
    this.#pieces.push(piece);
    this.#length += piece.text.length;
  }

  #lastCharacter(): string {
    return this.#pieces.at(-1)?.text.slice(-1) ?? '';
  }

  /** Of the block, or of a cell in it. */
  #isAtStart(): boolean {
    return this.#length === 0 || this.#lastCharacter() === '\t';
  }

  /** White space is not drawn here. */
  #isAtEdge(): boolean {
    return this.#isAtStart() || this.#breaks > 0 || this.#separator !== '';
  }

  #separate(): void {
    const between = this.#breaks ? '\n' : this.#separator;
    if (between && !this.#isAtStart()) {
      this.#trimEnd();
      this.#add({ text: between });
    }
    this.#breaks = 0;
    this.#separator = '';
  }

  #count(text: string, { isBold, isLink }: Context): void {
    if (!isBold && !isLink) return;
    const letters = countLetters(text);
    if (isBold) this.#boldLetters += letters;
    if (isLink) this.#linkedLetters += letters;
  }

  /** Takes white space off the end, but no tab: it parts cells. */
  #trimEnd(): void {
    for (let last = this.#pieces.at(-1); last && last.text !== '\t'; last = this.#pieces.at(-1)) {
      const text = last.text.trimEnd();
      this.#length -= last.text.length - text.length;
      last.text = text;
      if (last.segment) last.segment.length = text.length;
      if (text) return;
      this.#pieces.pop();
    }
  }
}

/** Headings and rows stay whole, however many lines they have. */
function isOneBlock(context: Context | undefined): boolean {
  return context?.kind === 'row' || context?.kind === 'heading';
}

function countLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) letters += 1;
  return letters;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function isShort(text: string): boolean {
  return text.length < longestHeading * 30 && text.split(/\s+/).length <= longestHeading;
}
