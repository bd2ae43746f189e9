/** What the popup is told of a tab, and what it concludes. Pure. */
import type { Database, Stance } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import type { Verdict } from '../matching/verdict.ts';
import type { Shortcut } from './shortcut-table.ts';

/** A mention as the popup lists it. */
export interface ListedMention {
  readonly frameId: number;
  /** its number within its frame */
  readonly index: number;
  /** where it stands in the text of the page, all frames in a row */
  readonly start: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly isRepeated: boolean;
  readonly verdict: Verdict;
  readonly claims: readonly { readonly id: string; readonly stance: Stance; readonly verdict: Verdict }[];
}

/** What was found in one frame. */
export interface FrameFindings {
  readonly frameId: number;
  readonly inEnglish: boolean;
  readonly length: number;
  readonly mentions: readonly Omit<ListedMention, 'frameId' | 'index'>[];
  readonly unassessed: number;
}

/** Why nothing can be read in a tab. */
export type Obstacle = 'browser-page' | 'store' | 'pdf' | 'file' | 'no-access';

/** How things stand in the tab. */
export type Situation = 'loading' | 'read' | 'none' | 'not-english' | 'off' | 'reload' | 'error' | Obstacle;

/** Everything the popup shows. */
export interface PopupView {
  readonly situation: Situation;
  /** the name under which the site can be switched off; undefined where it cannot */
  readonly site: string | undefined;
  readonly mentions: readonly ListedMention[];
  /** sentences that speak of LDN but were matched to no claim */
  readonly unassessed: number;
  /** length of the page's text */
  readonly length: number;
  /** the page's title and address, for what is taken along */
  readonly title: string;
  readonly address: string;
  readonly database: Database | undefined;
  /** how current the database is */
  readonly status: DatabaseStatus | undefined;
  readonly shortcuts: readonly Shortcut[];
}

/** Before anything is known. */
export const loadingView: PopupView = {
  situation: 'loading',
  site: undefined,
  mentions: [],
  unassessed: 0,
  length: 0,
  title: '',
  address: '',
  database: undefined,
  status: undefined,
  shortcuts: [],
};

const stores: readonly (readonly [host: string, path: string])[] = [
  ['chromewebstore.google.com', '/'],
  ['microsoftedge.microsoft.com', '/addons'],
  ['addons.mozilla.org', '/'],
];

/** What keeps the extension from reading a tab in which no scanner answers; nothing where it could. */
export function obstacleIn(tab: {
  readonly url: string | undefined;
  /** may we read web pages at all? */
  readonly hasAccess: boolean;
  readonly isFileAllowed: boolean;
}): Obstacle | undefined {
  const url = tab.url === undefined ? undefined : URL.parse(tab.url);
  // without access to a page the browser does not tell its address either
  if (!url) return tab.hasAccess ? 'browser-page' : 'no-access';
  const { protocol, hostname, pathname } = url;
  if (protocol === 'file:') {
    if (!tab.isFileAllowed) return 'file';
  } else if (protocol !== 'http:' && protocol !== 'https:') return 'browser-page';
  if (stores.some(([host, path]) => hostname === host && pathname.startsWith(path))) return 'store';
  if (/\.pdf$/iu.test(pathname)) return 'pdf';
  return tab.hasAccess ? undefined : 'no-access';
}

/** All frames' findings as one page: mentions in reading order, frame after frame. */
export function merged(
  frames: readonly FrameFindings[],
): Pick<PopupView, 'mentions' | 'unassessed' | 'length' | 'situation'> {
  let length = 0;
  const mentions: ListedMention[] = [];
  for (const { frameId, mentions: found, length: own } of frames) {
    for (const [index, mention] of found.entries()) {
      mentions.push({ ...mention, frameId, index, start: length + mention.start });
    }
    length += own;
  }
  const unassessed = frames.reduce((sum, frame) => sum + frame.unassessed, 0);
  const isForeign = frames.length > 0 && frames.every((frame) => !frame.inEnglish);
  return { mentions, unassessed, length, situation: isForeign ? 'not-english' : 'read' };
}
