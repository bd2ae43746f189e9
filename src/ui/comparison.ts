/** What the page says against what studies show, side by side. */
import type { Claim } from '../database/schema.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import { certaintyMeaning, certaintyStrip } from './certainty-strip.ts';
import { element } from './element.ts';
import { ratingWords, shortened, stanceWords, verdictReason } from './words.ts';

/** Two columns, or one below the other where there is no room. */
export function comparison(quote: string, made: ClaimMade, claim: Claim): HTMLElement {
  return element(
    'div',
    { class: 'comparison' },
    element(
      'div',
      { class: 'columns' },
      element(
        'section',
        {},
        element('h3', {}, 'This page says'),
        // all of it stands in the page, and under "Why is this marked?"
        element('blockquote', {}, `“${shortened(quote, 180)}”`),
        fact('How strongly', stanceWords[made.stance]),
      ),
      element('section', {}, element('h3', {}, 'Studies show'), direction(claim), certainty(claim)),
    ),
    element('p', { class: 'reason' }, verdictReason(claim.rating, made.stance, made.verdict)),
  );
}

/** Which way the evidence points. */
export function direction(claim: Claim): HTMLElement {
  return fact('Which way it points', ratingWords[claim.rating]);
}

/** How sure that is. */
export function certainty(claim: Claim): HTMLElement {
  const row = fact('How sure that is', certaintyStrip(claim.certainty));
  row.append(element('span', { class: 'meaning' }, certaintyMeaning(claim.certainty)));
  return row;
}

/** A label with its value below it. */
function fact(label: string, value: string | HTMLElement): HTMLElement {
  return element(
    'p',
    { class: 'fact' },
    element('span', { class: 'label' }, label),
    ' ',
    element('span', { class: 'value' }, value),
  );
}
