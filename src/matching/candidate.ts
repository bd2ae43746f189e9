/** A claim that a unit may be making, and the words that say so. */
import type { Claim } from '../database/schema.ts';
import type { Hit } from './concepts.ts';
import type { Reason } from './page-text.ts';

/** A claim that a unit may be making. */
export interface Candidate {
  readonly claim: Claim;
  /** what the judge learns together: the outcome for claims of benefit, else the claim */
  readonly group: string;
  /** where the words that propose it stand: in the unit, or in what it answers or continues */
  readonly from: 'unit' | 'question' | 'previous' | 'lead-in';
  /** those words: outcome, condition or topic; none where they stand elsewhere */
  readonly anchors: readonly Hit[];
  /** the anchor that hangs together best with the other slots */
  readonly anchor: Hit | undefined;
  /** the words that fill the other slots, in the unit */
  readonly others: readonly Hit[];
  /** all slots are filled, by the unit or by what it inherits */
  readonly isComplete: boolean;
  /** the condition, and where it came from */
  readonly condition?: { readonly id: string; readonly text: string; readonly from: Reason['from'] };
}

/** A candidate before its own words are weighed against one another. */
export type Draft = Omit<Candidate, 'anchor' | 'from'>;
