/** The card's style, put into its shadow root. */
import card from './card.css?inline';
import actions from './claim-actions.css?inline';
import { element } from './element.ts';
import evidence from './evidence.css?inline';
import tokens from './tokens.css?inline';
import { verdictSheet } from './verdict-style.ts';

/** Adopts the sheets; a page's content policy does not reach them. */
export function dress(root: ShadowRoot): void {
  const text = [tokens, verdictSheet('.panel'), evidence, card, actions].join('\n');
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // older Firefox does not let content scripts adopt sheets: an element does the same where the page's policy allows it
    root.append(element('style', {}, text));
  }
}
