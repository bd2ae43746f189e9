/**
 * The style sheet of the highlights. The background inserts it as a user style sheet: that reaches into shadow trees, needs
 * no leave of the page's content security policy, and neither shows in `document.styleSheets` nor yields to the page's own.
 */

import type { Verdict } from '../matching/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import type { Ground } from './ground.ts';
import { layers } from './highlight-painter.ts';

/** Rules for all verdicts on light and on dark ground. */
export function highlightSheet(): string {
  const rules = layers.map(({ name, verdict, ground }) => rule(name, decorationFor(verdict, ground)));
  // The system paints a box of its own behind highlights then: a line below it would be drawn in the box's text colour
  const forced = layers.map(({ name }) =>
    rule(name, {
      'text-decoration-color': 'CanvasText',
      'text-decoration-thickness': '1px',
      'text-underline-offset': 'auto',
    }),
  );
  return `@media not print { ${rules.join('\n')}\n@media (forced-colors: active) { ${forced.join('\n')} } }`;
}

/** How a verdict is underlined. */
export function decorationFor(verdict: Verdict, ground: Ground): Readonly<Record<string, string>> {
  const { line, [ground]: color } = verdictStyles[verdict];
  return {
    'text-decoration-line': 'underline',
    'text-decoration-style': line,
    'text-decoration-color': color,
    'text-decoration-thickness': line === 'double' ? '1.5px' : '2px',
    'text-underline-offset': '0.2em',
    'text-decoration-skip-ink': 'none',
  };
}

function rule(name: string, decoration: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(decoration).map(
    ([property, value]) => `${property}: ${value} !important;`,
  );
  return `::highlight(${name}) { ${declarations.join(' ')} }`;
}
