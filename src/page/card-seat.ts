/** The one card of a page: it opens at a mention, stays with it when the page changes, and goes when it goes. */
import type { Database } from '../database/schema.ts';
import type { Card, openCard } from '../ui/card.ts';
import { domOf } from './dom.ts';
import { placeOf } from './place.ts';
import { standAt } from './stand-at.ts';
import { findAgain, type PageState } from './state.ts';

/** What a card needs of the page. */
export interface SeatSetting {
  readonly window: Window & typeof globalThis;
  readonly openCard: typeof openCard;
  readonly database: () => Database;
  readonly state: () => PageState;
  readonly rects: (index: number) => readonly DOMRect[];
  readonly openLibrary: (at?: string) => void;
  readonly mute: (claimId: string) => void;
  readonly report: (text: string) => void;
  readonly step: (by: 1 | -1) => void;
}

export interface CardSeat {
  open(index: number, focus: boolean): void;
  /** Goes into the open card, or out of it, which closes it; false where none is open. */
  toggle(): boolean;
  close(): void;
  /** The state changed from this one. */
  follow(before: PageState): void;
  /** the mention whose card is open, or was last */
  last(): number | undefined;
  /** Looks whether the open card is within the reader's reach. */
  look(): void;
  /** the open card's element in the page */
  host(): Element | undefined;
}

/** A seat with no card in it yet. */
export function createCardSeat(setting: SeatSetting): CardSeat {
  let card: Card | undefined;
  let at: number | undefined;

  function close(): void {
    card?.close();
    card = undefined;
  }

  /** The sentence is where the reader goes on. */
  function toText(): void {
    const { mentions, reading } = setting.state();
    const mention = at === undefined ? undefined : mentions[at];
    if (mention) standAt(setting.window, reading.rangesOf(mention), domOf(setting.window));
  }

  return {
    open: (index, focus) => {
      close();
      const state = setting.state();
      const mention = state.mentions[index];
      if (!mention) return;
      at = index;
      card = setting.openCard(
        {
          document: setting.window.document,
          anchor: () => (at === undefined ? [] : setting.rects(at)),
          focus,
          leave: toText,
        },
        {
          ...placeOf(state, mention),
          start: mention.start,
          claims: mention.claims,
          position: { index, count: state.mentions.length },
        },
        setting.database(),
        {
          openLibrary: setting.openLibrary,
          mute: setting.mute,
          report: setting.report,
          step: setting.step,
          closed: () => {
            card = undefined;
          },
        },
      );
    },
    toggle: () => {
      const open = card;
      open?.toggle();
      return open !== undefined;
    },
    close,
    follow: (before) => {
      const mention = at === undefined ? undefined : before.mentions[at];
      at = mention && findAgain(mention, before, setting.state());
      if (at === undefined) close();
    },
    last: () => at,
    look: () => card?.look(),
    host: () => card?.host,
  };
}
