/**
 * The evidence card: opens beside its sentence in the top layer, in a closed shadow root.
 * Here: its life, its events, its place. What it says: card-content.ts.
 */
import type { Database } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import { cardContent } from './card-content.ts';
import { dress } from './card-sheets.ts';
import { element } from './element.ts';
import { keepBeside } from './keep-beside.ts';
import { standFast } from './stand-fast.ts';

export interface CardContent {
  /** the mention's own text */
  readonly quote: string;
  /** what stands right before and after it in its own paragraph */
  readonly before: string;
  readonly after: string;
  /** the page says the same words elsewhere too */
  readonly isRepeated: boolean;
  /** where the quote stands in the page's text: reasons' ranges are relative to the page's text */
  readonly start: number;
  /** worst verdict first */
  readonly claims: readonly ClaimMade[];
  /** "3 of 12": index counts from 0 */
  readonly position: { readonly index: number; readonly count: number };
}

export interface CardActions {
  /** Opens the library, at a claim's or study's id. */
  openLibrary(at?: string): void;
  mute(claimId: string): void;
  /** Opens a page of ours to finish the report of a wrong match. */
  report(text: string): void;
  /** To the next or previous mention. */
  step(by: 1 | -1): void;
  /** How current the database is; cards without this say only how old it is. */
  status?(): Promise<DatabaseStatus>;
  /** Called once when the card went away by itself: Esc, close button, click outside. */
  closed(): void;
}

export interface Card {
  close(): void;
  /** Looks whether the page has covered or disabled the card, and brings it up again. */
  look(): void;
  /** Takes the focus into the card; where it is there already, dismisses the card. */
  toggle(): void;
  readonly host: HTMLElement;
}

export interface CardPlace {
  readonly document: Document;
  /** client rectangles of the mention's lines */
  readonly anchor: () => readonly DOMRect[];
  /** opened by keyboard: focus goes into the card, and back when it closes */
  readonly focus: boolean;
  /** the focus was nowhere in particular before: where should it go from here? */
  leave?(): void;
}

/** Opens the card beside `at.anchor`, never covering it. */
export function openCard(
  at: CardPlace,
  content: CardContent,
  database: Database,
  actions: CardActions,
): Card {
  const ended = new AbortController();
  const { signal } = ended;
  const { document } = at;
  let before = document.activeElement;
  const host = element('div', { popover: 'manual' });
  const root = host.attachShadow({ mode: 'closed' });

  const close = () => {
    if (signal.aborted) return;
    ended.abort();
    const hadFocus = document.activeElement === host;
    host.remove();
    if (!hadFocus) return;
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
      before.focus({ preventScroll: true });
    } else at.leave?.();
  };
  const dismiss = () => {
    if (signal.aborted) return;
    close();
    actions.closed();
  };

  const panel = cardContent(content, database, { ...actions, dismiss });
  dress(root);
  root.append(panel);
  const look = standFast({ host, root, panel }, dismiss, signal);
  keepBeside(panel, at, signal);
  look();
  guardKeys(host, root, dismiss, signal);
  guardPointer(host, dismiss, signal);
  const enter = () => {
    before = document.activeElement;
    panel.focus({ preventScroll: true });
  };
  if (at.focus) enter();
  return { close, look, host, toggle: () => (document.activeElement === host ? dismiss() : enter()) };
}

/** What is typed in the card stays in it: the window's capture phase comes before every listener of the page's elements. */
const typed = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'copy',
  'cut',
  'paste',
] as const;
const composed = ['compositionstart', 'compositionupdate', 'compositionend', 'focusin', 'focusout'] as const;

function guardKeys(host: HTMLElement, root: ShadowRoot, dismiss: () => void, signal: AbortSignal): void {
  const keep = (event: Event) => {
    // A page may send any event, but no key of the reader's
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown') dismiss();
      return;
    }
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.type === 'keydown') moveAmongTabs(event, root);
  };
  for (const type of [...typed, ...composed]) window.addEventListener(type, keep, { capture: true, signal });
}

/** Arrow keys, Home and End go from tab to tab, as in any list of tabs. */
function moveAmongTabs(event: KeyboardEvent, root: ShadowRoot): void {
  const at = root.activeElement;
  if (!(at instanceof HTMLElement) || at.role !== 'tab') return;
  const tabs = [...root.querySelectorAll<HTMLElement>('[role="tab"]')];
  const here = tabs.indexOf(at);
  const forward = getComputedStyle(at).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const to = { [forward]: here + 1, [back]: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
  const tab = to === undefined ? undefined : tabs.at(to % tabs.length);
  if (!tab) return;
  event.preventDefault();
  tab.focus();
  tab.click();
}

const pointed = ['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup'] as const;
const touched = ['pointerdown', 'pointerup', 'touchstart', 'touchmove', 'touchend', 'wheel'] as const;

/** Pointer events end at the host; a click elsewhere closes the card, and the page gets it too. */
function guardPointer(host: HTMLElement, dismiss: () => void, signal: AbortSignal): void {
  for (const type of [...pointed, ...touched]) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
  }
  const outside = (event: Event) => {
    if (event.isTrusted && event.target !== host) dismiss();
  };
  window.addEventListener('click', outside, { capture: true, signal });
}
