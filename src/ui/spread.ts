/** A picture of how the claims are spread over the page: a lane for each verdict, the page's beginning at the left. */
import type { Verdict } from '../matching/verdict.ts';
import { element, svgElement } from './element.ts';
import { verdictSign } from './verdict-mark.ts';
import { verdictOrder, verdictStyles } from './verdict-style.ts';

interface Placed {
  readonly start: number;
  readonly verdict: Verdict;
}

/** The picture, with its lanes' signs; lanes without a mention are left out. */
export function spreadPicture(mentions: readonly Placed[], length: number): HTMLElement {
  const lanes = verdictOrder.filter((verdict) => mentions.some((one) => one.verdict === verdict));
  return element(
    'figure',
    { class: 'spread', role: 'img', 'aria-label': spreadWords(mentions, length) },
    ...lanes.map((verdict) => {
      const own = mentions.filter((one) => one.verdict === verdict);
      return element('div', { class: `lane ${verdict}` }, verdictSign(verdict), lane(own, length));
    }),
    element('div', { class: 'ends' }, element('span', {}, 'Start of page'), element('span', {}, 'End')),
  );
}

function lane(mentions: readonly Placed[], length: number): SVGSVGElement {
  const ticks = mentions.map(({ start }) => {
    const x = `${Math.round(share(start, length) * 1000) / 10}%`;
    return svgElement('line', { x1: x, x2: x, y1: '15%', y2: '85%' });
  });
  return svgElement(
    'svg',
    { class: 'track', width: '100%' },
    svgElement('line', { class: 'base', x1: '0', x2: '100%', y1: '50%', y2: '50%' }),
    ...ticks,
  );
}

/** The picture in words: how many of which verdict, and in which third of the page. */
export function spreadWords(mentions: readonly Placed[], length: number): string {
  const thirds = [0, 0, 0];
  for (const { start } of mentions) {
    const third = Math.min(2, Math.floor(share(start, length) * 3));
    thirds[third] = (thirds[third] ?? 0) + 1;
  }
  const counts = verdictOrder.flatMap((verdict) => {
    const number = mentions.filter((one) => one.verdict === verdict).length;
    return number ? [`${verdictStyles[verdict].words}: ${number}`] : [];
  });
  const [first, middle, last] = thirds;
  return `Where the claims stand: ${first} in the first third of the page, ${middle} in the middle, ${last} in the last. ${counts.join(', ')}.`;
}

function share(start: number, length: number): number {
  return length > 0 ? Math.max(0, Math.min(1, start / length)) : 0;
}
