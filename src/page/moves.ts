/** Where the reader's commands lead: to a mention, to the next, into the card of the one at hand. */
import type { CardSeat } from './card-seat.ts';
import type { Dom } from './dom.ts';
import type { Painting } from './painting.ts';
import { reveal } from './reveal.ts';
import type { PageState } from './state.ts';
import { mentionAtHand, nextMention } from './step.ts';

/** What can be asked by command. */
export interface Moves {
  /** Scrolls to a mention and opens its card. */
  show(index: number): void;
  /** Goes to the next or previous mention; false where there is none in that direction. */
  step(by: 1 | -1): boolean;
  /** Goes into the card of the claim at hand, or out of it again; false where there is none. */
  toggleCard(): boolean;
}

interface Setting {
  readonly window: Window & typeof globalThis;
  readonly dom: Dom;
  readonly state: () => PageState;
  readonly seat: Pick<CardSeat, 'toggle' | 'last'>;
  readonly rects: Painting['rects'];
  /** Opens a mention's card and takes the focus there. */
  readonly open: (index: number) => void;
}

/** The commands of one page. */
export function createMoves({ window, dom, state, seat, rects, open }: Setting): Moves {
  const rangesOf = (index: number) => {
    const { mentions, reading } = state();
    const mention = mentions[index];
    return mention ? reading.rangesOf(mention) : [];
  };

  function show(index: number): void {
    const [range] = rangesOf(index);
    if (!range) return;
    reveal(range.startContainer, dom);
    open(index);
  }

  return {
    show,
    step: (by) => {
      const index = nextMention(window, state().mentions.length, by, seat.last(), rects);
      if (index === undefined) return false;
      show(index);
      return true;
    },
    toggleCard: () => {
      if (seat.toggle()) return true;
      const all = state().mentions.map((_, index) => rangesOf(index));
      const index = mentionAtHand(window, all, seat.last(), rects);
      if (index === undefined) return false;
      open(index);
      return true;
    },
  };
}
