/** The sign of a verdict: a shape of its own, so that the four differ without colour. */
import type { Verdict } from '../matching/verdict.ts';
import { element, svgElement } from './element.ts';
import { verdictStyles } from './verdict-style.ts';

/** Outline and sign inside, on a 20 x 20 field: octagon with bar, triangle with "!", dotted ring with "?", disc with tick. */
const shapes: Readonly<Record<Verdict, { readonly outline: string; readonly sign: string }>> = {
  against: { outline: 'M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7z', sign: 'M6 10h8' },
  overstated: { outline: 'M10 1.8 19 18H1z', sign: 'M10 7.5v5M10 14.9v.6' },
  unsettled: {
    outline: 'M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17',
    sign: 'M7.4 7.8a2.7 2.7 0 1 1 3.9 2.4q-1.3.7-1.3 1.9M10 14.6v.5',
  },
  'in-line': { outline: 'M10 1.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17', sign: 'M6 10.4l2.8 2.8L14.2 7.4' },
};

/** The sign alone; words must stand beside it. */
export function verdictSign(verdict: Verdict): SVGSVGElement {
  const { outline, sign } = shapes[verdict];
  return svgElement(
    'svg',
    { class: `sign ${verdict}`, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    svgElement('path', { class: 'outline', d: outline }),
    svgElement('path', { class: 'stroke', d: sign }),
  );
}

/** Sign and words; the words carry the same underline as the sentence in the page. */
export function verdictMark(verdict: Verdict): HTMLElement {
  return element(
    'span',
    { class: `verdict ${verdict}` },
    verdictSign(verdict),
    element('span', { class: 'verdict-words' }, verdictStyles[verdict].words),
  );
}
