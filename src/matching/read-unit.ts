/** A unit with all that reading the page up to it has told. */
import type { Hit } from './concepts.ts';
import type { Reason } from './page-text.ts';
import type { Unit } from './units.ts';

/** Whom a unit speaks of. */
export type SubjectKind = 'named' | 'pronoun' | 'context' | 'full-dose' | 'rival' | 'none';

export interface Subject {
  readonly kind: SubjectKind;
  /** its words, where they stand in the unit */
  readonly hit?: Hit;
  /** the words that name LDN for a unit that does not */
  readonly inherited?: Inherited;
}

/** Words that a unit takes from elsewhere. */
export interface Inherited {
  readonly text: string;
  readonly from: Reason['from'];
}

/** A condition that a unit's claims are about. */
export interface ConditionSet {
  readonly from: Reason['from'];
  /** concept id -> the words that set it */
  readonly conditions: ReadonlyMap<string, string>;
}

/** A unit with all that reading the page up to it has told. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly hits: readonly Hit[];
  /** words for the contrary of a claim, apart from the others: they stand across them ("poorly tolerated") */
  readonly contraries: readonly Hit[];
  /** clause number of each word */
  readonly clauses: readonly number[];
  readonly subject: Subject;
  /** conditions from the nearest source outward; the unit's own first */
  readonly conditions: readonly ConditionSet[];
  /** the nearest heading above */
  readonly heading: ReadUnit | undefined;
  /** the sentence that introduces the unit's list or table */
  readonly leadIn: ReadUnit | undefined;
  /** rows: the header of the cell that each word stands in */
  readonly cells: readonly Cell[];
  /** neither the page's title nor this part of it is about LDN */
  readonly isOffTopic: boolean;
  /** and nothing has named LDN so far */
  readonly isBeforeLdn: boolean;
  /** the unit before it in the same block */
  readonly previous: ReadUnit | undefined;
  /** the question that stands right before it: the heading above its paragraph, or the sentence before */
  readonly question: ReadUnit | undefined;
}

/** A cell of a row: words `from` to `to`, and what its header speaks of. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly header: string;
  readonly headerHits: readonly Hit[];
}

/** A hit's own words, as the page writes them. */
export function textOf(unit: Unit, hit: { readonly from: number; readonly to: number }): string {
  return unit.block.text.slice(unit.words[hit.from]?.start, unit.words[hit.to - 1]?.end);
}
