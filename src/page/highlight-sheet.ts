/**
 * The style sheet of the highlights. The background inserts it as a user style sheet: that reaches into shadow trees, needs
 * no leave of the page's content security policy, and neither shows in `document.styleSheets` nor yields to the page's own.
 */
import type { Verdict } from '../matching/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import { highlightNames } from './highlight-painter.ts';

/** Chroma and hue in OKLCH. Lightness is the text's own, kept within what can be told from the text and from its ground. */
const tints: Readonly<Record<Verdict, string>> = {
  against: '0.19 27',
  overstated: '0.13 65',
  unsettled: '0.06 277',
  'in-line': '0.1 180',
};

/** Rules for all four verdicts. */
export function highlightSheet(): string {
  const rules = Object.entries(highlightNames).map(([verdict, name]) => ruleFor(verdict as Verdict, name));
  return `@media not print { ${rules.join('\n')} }`;
}

/** A decoration's colour: text that is dark stands on light ground, and the other way round. */
export function decorationFor(verdict: Verdict): Readonly<Record<string, string>> {
  const { line } = verdictStyles[verdict];
  return {
    'text-decoration-line': 'underline',
    'text-decoration-style': line,
    'text-decoration-color': `oklch(from currentColor clamp(0.5, l, 0.8) ${tints[verdict]})`,
    'text-decoration-thickness': line === 'double' ? '1.5px' : '2px',
    'text-underline-offset': '0.2em',
    'text-decoration-skip-ink': 'none',
  };
}

function ruleFor(verdict: Verdict, name: string): string {
  const declarations = Object.entries(decorationFor(verdict)).map(
    ([property, value]) => `${property}: ${value} !important;`,
  );
  return `::highlight(${name}) { ${declarations.join(' ')} }`;
}
