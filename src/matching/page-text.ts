/** The types at the matcher's border: what a page says, and what was found in it. No DOM here. */
import type { Stance } from '../database/schema.ts';
import type { Verdict } from './verdict.ts';

/** A page as the matcher reads it: its blocks in reading order, with what they inherit. */
export interface PageText {
  /** the page's `<title>` */
  readonly title: string;
  /** the page's declared language (`lang`), if any */
  readonly language?: string;
  readonly blocks: readonly Block[];
}

/** A piece of text that a reader sees as one: a paragraph, heading, list item, table row or caption. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'caption';
  /**
   * Where `text` begins in the page's text, in UTF-16 code units. The page's text is all blocks' texts in order
   * with one line feed between them.
   */
  readonly start: number;
  /**
   * As in the document's text nodes, but white space as it is drawn: a line feed in the source is a space, `<br>` a line feed;
   * cells of a row are parted by a tab, a footnote's number and boxes in a row by a space of ours.
   */
  readonly text: string;
  /**
   * Headings: 1 to 6 as in `h1` to `h6`, 7 for what only looks like one (a paragraph that is all bold, `dt`, `summary`).
   * Items: depth of nesting, from 1. Others: 0.
   */
  readonly level: number;
  /** items of one list and rows of one table share a number, counted from 1 through the page; others: 0 */
  readonly group: number;
  /** rows: one header for each cell, '' where the table has none; a header row is itself no block */
  readonly headers?: readonly string[];
  /** the block's own declared language, where it differs from the page's */
  readonly language?: string;
}

/** A piece of the page's text: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What part of a sentence a piece of evidence for a match played. */
export type Role = 'subject' | 'relation' | 'outcome' | 'condition' | 'stance';

/** Which words decided, and where they stood. */
export interface Reason {
  readonly role: Role;
  readonly text: string;
  /** where the words stand: in the sentence itself or in what it inherits from */
  readonly from: 'sentence' | 'previous sentence' | 'lead-in' | 'table header' | 'heading' | 'title';
  /** their place in the page's text, where they stand in the sentence itself */
  readonly range?: TextRange;
}

/** One claim that a mention makes. */
export interface ClaimMade {
  readonly id: string;
  readonly stance: Stance;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

/** A place in the page's text with the claims made there; the worst verdict stands first. */
export interface Mention extends TextRange {
  readonly claims: readonly ClaimMade[];
}

/** What was found in a page. */
export interface Findings {
  /** in page order, never overlapping */
  readonly mentions: readonly Mention[];
  /** sentences that speak of LDN but were matched to no claim: not marked does not mean true */
  readonly unassessed: readonly TextRange[];
  /** false where the page is not in English and was left alone */
  readonly inEnglish: boolean;
}
