/** What the extension's own pages have in common: the verdicts' colours, from the one table. */
import { verdictSheet } from './verdict-style.ts';

/** Gives this page the verdicts' colours and lines. */
export function dressPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(verdictSheet(':root'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
