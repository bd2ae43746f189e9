/**
 * One page and its mentions: read -> match -> paint -> watch -> card. Marks, count, list and card all show one state, and
 * all end with one signal.
 */
import type { Database } from '../database/schema.ts';
import type { Findings, PageText } from '../matching/page-text.ts';
import type { openCard } from '../ui/card.ts';
import { announce } from './announce.ts';
import { createCardSeat } from './card-seat.ts';
import { domOf } from './dom.ts';
import { layers } from './highlight-painter.ts';
import { holdOn } from './hold-on.ts';
import { createLastWill } from './last-will.ts';
import { listen } from './listen.ts';
import { createMoves, type Moves } from './moves.ts';
import { after, createPace, finish, type Pace } from './pace.ts';
import { createPainting, type PaintChoice } from './painting.ts';
import { createPageReader } from './read-page.ts';
import { isSameText, type PageState, unread, withoutMuted } from './state.ts';
import { watchPage } from './watch.ts';

/** The reader's choices, as far as they bear on the page. */
export interface Choices extends PaintChoice {
  readonly mutedClaims: readonly string[];
  readonly announce: boolean;
}

/** Finds mentions step by step. */
export interface PageMatcher {
  reading(page: PageText): Generator<undefined, Findings>;
}

/** What a session is given. */
export interface SessionSetting {
  readonly window: Window & typeof globalThis;
  readonly createMatcher: (database: Database) => PageMatcher;
  readonly openCard: typeof openCard;
  readonly database: Database;
  readonly choices: Choices;
  /** false once the extension was updated or removed under the page */
  readonly isAlive: () => boolean;
  /** called with the number of mentions when it changes */
  readonly counted: (count: number) => void;
  /** called when the page goes, or is put by to be shown again as it is */
  readonly left: () => void;
  /** called when such a page is shown again */
  readonly returned: () => void;
  readonly openLibrary: (at?: string) => void;
  readonly mute: (claimId: string) => void;
  readonly report: (text: string) => void;
}

/** What can be asked of a session. */
export interface Session extends Moves {
  state(): PageState;
  /** settles when the page has been read for the first time, or never will be */
  readonly ready: Promise<void>;
  choose(choices: Choices): void;
  useDatabase(database: Database): void;
}

/** How often we look whether the page took our marks off or the extension went away; in milliseconds. */
const pulse = 1000;
const markNames = layers.map(({ name }) => name);

/** Starts to read the page. Ends with `ended`, and ends it when the extension is gone. */
export function startSession(setting: SessionSetting, ended: AbortController): Session {
  const { window } = setting;
  const { signal } = ended;
  const dom = domOf(window);
  let { database, choices } = setting;
  let matcher = setting.createMatcher(database);
  let state = unread;
  let isReading = false;
  let isNews = false;
  const ready = Promise.withResolvers<void>();

  const reader = createPageReader(window);
  const painting = createPainting(window, choices);
  const watch = watchPage(window, reader, { changed, rested: refresh }, signal);
  const seat = createCardSeat({
    ...setting,
    window,
    database: () => database,
    state: () => state,
    rects: painting.rects,
    step: (by) => moves.step(by),
  });
  const moves = createMoves({
    window,
    dom,
    state: () => state,
    seat,
    rects: painting.rects,
    open: (index) => open(index, true),
  });
  const places = { at: painting.hit, rangesOf: () => state.mentions.map(state.reading.rangesOf) };
  const keepListening = holdOn(window.document, dom, hear, signal);
  const will = createLastWill(window);
  signal.addEventListener('abort', () => {
    ready.resolve();
    will.revoke();
    seat.close();
    watch.quietly(painting.clear);
  });
  // The popup asks the frames that have told a number: until the page is read, they let it wait
  setting.counted(0);
  refresh();
  keepUp();

  function hear(until: AbortSignal): void {
    listen(window, places, open, until);
    window.addEventListener('pagehide', (event) => event.isTrusted && setting.left(), { signal: until });
    window.addEventListener('pageshow', back, { signal: until });
  }

  /** A page that was put by is shown again as it was; its tab has forgotten its count. */
  function back({ persisted, isTrusted }: PageTransitionEvent): void {
    if (persisted && isTrusted && isGoing()) {
      setting.counted(state.mentions.length);
      setting.returned();
    }
    refresh();
  }

  /** Marks in the text give way before they are drawn beside what the page has written there. */
  function changed(): void {
    if (painting.isTouchy() && !keepMarks()) refresh();
  }

  /** Reads the page, or once more if that is under way. */
  function refresh(): void {
    keepListening();
    isNews = true;
    if (!isReading) void readNews();
  }

  async function readNews(): Promise<void> {
    isReading = true;
    while (isNews && isGoing()) {
      isNews = false;
      const pace = createPace(window);
      try {
        await readOnce(pace.pause);
      } catch {
        // What was known before holds until the page changes again; its console is no place for our troubles
      }
      watch.follow(pace.worked());
    }
    isReading = false;
    ready.resolve();
  }

  async function readOnce(pause: Pace['pause']): Promise<void> {
    keepMarks();
    let reading = await reader.read(pause);
    if (signal.aborted || reading === state.reading) return;
    const isOldText = isSameText(reading.page, state.reading.page);
    if (painting.holds() && isOldText) {
      state = { ...state, reading };
      return;
    }
    if (painting.isInText()) {
      watch.quietly(painting.clear);
      reading = await reader.read(pause);
      if (signal.aborted) return;
    }
    const used = matcher;
    const findings = isOldText ? state.findings : await finish(used.reading(reading.page), pause);
    // The database changed meanwhile: the next round reads with the new one
    if (signal.aborted || used !== matcher) return;
    enter({ reading, findings, mentions: withoutMuted(findings.mentions, choices.mutedClaims) });
  }

  /** From now on this is what is known of the page, everywhere. */
  function enter(next: PageState): void {
    const before = state;
    state = next;
    const marks = next.mentions.map((mention) => ({
      verdict: mention.claims[0]?.verdict ?? 'in-line',
      ranges: next.reading.rangesOf(mention),
    }));
    watch.quietly(() => painting.paint(marks));
    seat.follow(before);
    renewWill();
    if (next.mentions.length !== before.mentions.length) setting.counted(next.mentions.length);
    if (before === unread && choices.announce) announce(window, next.mentions.length);
  }

  /** Reads everything anew, as if for the first time. */
  function readAnew(): void {
    watch.quietly(painting.clear);
    state = { ...state, reading: unread.reading };
    refresh();
  }

  /** Puts back what the page took off; false where the marks are to be made anew. */
  function keepMarks(): boolean {
    let isKept = true;
    watch.quietly(() => {
      isKept = painting.keep();
    });
    if (!isKept) state = { ...state, reading: unread.reading };
    return isKept;
  }

  function keepUp(): void {
    if (!isGoing()) return;
    keepListening();
    if (!keepMarks() || reader.hasNewTree()) refresh();
    seat.look();
    renewWill();
    after(window, pulse, keepUp);
  }

  function isGoing(): boolean {
    if (!signal.aborted && !setting.isAlive()) ended.abort();
    return !signal.aborted;
  }

  function open(index: number, focus: boolean): void {
    seat.open(index, focus);
    renewWill();
  }

  function renewWill(): void {
    will.renew(state.mentions.length ? markNames : [], seat.host());
  }

  return {
    state: () => state,
    ready: ready.promise,
    ...moves,
    choose: (next) => {
      choices = next;
      watch.quietly(() => painting.choose(next));
      readAnew();
    },
    useDatabase: (next) => {
      database = next;
      matcher = setting.createMatcher(next);
      readAnew();
    },
  };
}
