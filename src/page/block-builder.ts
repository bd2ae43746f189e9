/** Pieces of running text -> blocks: where a block begins and ends, and which node each of its characters came from. */
import type { Block } from '../matching/page-text.ts';
import type { Context } from './context.ts';

/** A stretch of a block's text that stands in one text node. */
export interface Segment {
  readonly node: Text;
  /** where it begins in the node */
  from: number;
  /** where it begins in the block's text */
  at: number;
  length: number;
  /** nothing that is not text of this block lies between the segment before and this one */
  readonly isJoined: boolean;
  readonly tree: Node;
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

const longestHeading = 12;
const blank = /^\s*$/;

/** Collects text until a block ends. */
export class BlockBuilder {
  #text = '';
  #segments: Segment[] = [];
  #context: Context | undefined;
  #breaks = 0;
  #separator = '';
  #isJoined = true;
  #boldLetters = 0;
  #linkedLetters = 0;
  readonly #emit: (draft: Draft, tally: Tally) => void;

  constructor(emit: (draft: Draft, tally: Tally) => void) {
    this.#emit = emit;
  }

  /** Running text. `data` has the length of the node's own, white space as it is drawn. */
  text(node: Text, data: string, context: Context): void {
    const isBlank = blank.test(data);
    if (isBlank && (this.#isAtStart() || this.#breaks || this.#separator)) return;
    if (this.#breaks > 1 && !isOneBlock(this.#context)) this.end();
    this.#context ??= context;
    const from = this.#isAtStart() || this.#breaks || this.#separator ? data.search(/\S/) : 0;
    this.#separate();
    const isJoined = this.#isJoined && this.#segments.at(-1)?.tree === context.tree;
    this.#segments.push({
      node,
      from,
      at: this.#text.length,
      length: data.length - from,
      isJoined,
      tree: context.tree,
    });
    this.#text += from ? data.slice(from) : data;
    this.#isJoined = true;
    if (!isBlank) this.#count(data, context);
  }

  /** A line feed; two of them part paragraphs. */
  lineBreak(): void {
    if (this.#context) this.#breaks += 1;
  }

  /** The number of a footnote: no part of the word before it, as an exponent would be. */
  note(): void {
    if (/(?:\p{L}{3}|[^\p{L}\d\s])$/u.test(this.#text.slice(-3))) this.apart();
  }

  /** Something to be read as a word of its own begins or ends: a box in a row of boxes. */
  apart(): void {
    if (this.#context && !this.#separator && !/\s$/.test(this.#text)) this.#separator = ' ';
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
    if (!isFirst) this.#text += '\t';
  }

  /** The block ends. */
  end(): void {
    const context = this.#context;
    this.#trimEnd();
    if (context && this.#segments.length) this.#finish(context);
    this.#text = '';
    this.#segments = [];
    this.#context = undefined;
    this.#breaks = 0;
    this.#separator = '';
    this.#isJoined = true;
    this.#boldLetters = 0;
    this.#linkedLetters = 0;
  }

  #finish(context: Context): void {
    const text = this.#text;
    const letters = countLetters(text);
    const isSentence = /[.!?…:;]["'”’)\]]*$/.test(text.slice(-9));
    const isLink = this.#linkedLetters >= letters;
    const looksLikeHeading = this.#boldLetters >= letters && !/[.!?…;,]$/.test(text) && isShort(text);
    const isHeading = context.kind === 'heading' || (context.kind === 'paragraph' && looksLikeHeading);
    const tally = {
      letters,
      linked: Math.min(this.#linkedLetters, letters),
      blocks: 1,
      sentences: isSentence ? 1 : 0,
    };
    // A paragraph that is one link leads elsewhere: "Read more: ..."
    if (isLink && !isSentence && context.kind === 'paragraph') return;
    const { group, headers, language } = context;
    const segments = this.#segments;
    if (!isHeading)
      this.#emit(
        { kind: context.kind, level: context.level, group, headers, language, text, segments },
        tally,
      );
    else {
      const level = context.kind === 'heading' ? context.level : 7;
      this.#emit(
        { kind: 'heading', level, group: undefined, headers: undefined, language, text, segments },
        tally,
      );
    }
  }

  #isAtStart(): boolean {
    return this.#text === '' || this.#text.endsWith('\t');
  }

  #separate(): void {
    if (!this.#isAtStart()) {
      if (this.#breaks || this.#separator) this.#trimEnd();
      this.#text += this.#breaks ? '\n' : this.#separator;
    }
    this.#breaks = 0;
    this.#separator = '';
  }

  #count(data: string, context: Context): void {
    if (!context.isBold && !context.isLink) return;
    const letters = countLetters(data);
    if (context.isBold) this.#boldLetters += letters;
    if (context.isLink) this.#linkedLetters += letters;
  }

  /** Takes white space off the end, but no tab: it parts cells. */
  #trimEnd(): void {
    const text = withoutTrailingSpace(this.#text);
    if (text.length === this.#text.length) return;
    this.#text = text;
    for (
      let last = this.#segments.at(-1);
      last && last.at + last.length > text.length;
      last = this.#segments.at(-1)
    ) {
      if (last.at >= text.length) this.#segments.pop();
      else last.length = text.length - last.at;
    }
  }
}

/** Headings and rows stay whole, however many lines they have. */
function isOneBlock(context: Context | undefined): boolean {
  return context?.kind === 'row' || context?.kind === 'heading';
}

/** By hand: a pattern would look at each run of spaces from each of its characters. */
function withoutTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] !== '\t' && blank.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
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
