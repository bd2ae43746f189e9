/**
 * The style sheets of the highlights. The background inserts them: the lines as a user style sheet, which reaches into shadow trees,
 * needs no leave of the page's content security policy, and neither shows in `document.styleSheets` nor yields to the page's own. The
 * plates before pictures as an author's, since Chromium takes a highlight's background from nowhere else.
 */

import type { Verdict } from '../matching/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import type { Ground } from './ground.ts';
import { layers } from './highlight-painter.ts';

/** The element of the other painter. */
export const markName = 'reading-mark';

/** What is inserted into pages, by origin. */
export interface HighlightSheets {
  readonly user: string;
  readonly author: string;
}

/** Rules for all verdicts on every ground. */
export function highlightSheets(): HighlightSheets {
  const lines = layers.map(({ name, verdict, ground }) => rule(name, lineFor(verdict, ground)));
  const forced = layers.map(({ name, verdict }) =>
    rule(name, { 'text-decoration-color': 'CanvasText', ...inBox(verdict) }),
  );
  const plates = layers.map(({ name, ground }) => rule(name, plateFor(ground)));
  return {
    user: `@media print { ${onPaper} }\n@media not print { ${lines.join('\n')}\n@media (forced-colors: active) { ${forced.join('\n')} } }`,
    author: `@media not print { ${plates.join('\n')} }`,
  };
}

/** Only a user's sheet is stronger than the style that such an element bears so that a saved page keeps it. */
const onPaper = `${markName} { text-decoration-line: none !important; background: none !important; }`;

/** Line and plate in one, for elements. */
export function decorationFor(verdict: Verdict, ground: Ground): Readonly<Record<string, string>> {
  return { ...lineFor(verdict, ground), ...plateFor(ground) };
}

/** How a verdict is underlined. */
function lineFor(verdict: Verdict, ground: Ground): Readonly<Record<string, string>> {
  const { line, light, dark } = verdictStyles[verdict];
  const colors: Readonly<Record<Ground, string>> = {
    light,
    dark,
    other: 'currentcolor',
    'light picture': light,
    'dark picture': dark,
  };
  return {
    'text-decoration-line': 'underline',
    'text-decoration-style': line,
    'text-decoration-color': colors[ground],
    'text-decoration-skip-ink': 'none',
    ...(ground.endsWith('picture')
      ? inBox(verdict)
      : {
          'text-decoration-thickness': line === 'double' ? '1.5px' : '2px',
          'text-underline-offset': '0.2em',
        }),
  };
}

/** What text and line stand on before a picture. */
function plateFor(ground: Ground): Readonly<Record<string, string>> {
  if (ground === 'light picture') return { 'background-color': '#ffffffd9' };
  if (ground === 'dark picture') return { 'background-color': '#000000cc' };
  return {};
}

/**
 * The line within the line box: before a picture it needs a ground of its own. In forced colours Chromium paints such a box behind
 * highlights by itself, and all lines in the box's text colour: what reached out of it would not be seen.
 */
function inBox(verdict: Verdict): Readonly<Record<string, string>> {
  const { line } = verdictStyles[verdict];
  return {
    'text-decoration-thickness': line === 'double' ? '1px' : '2px',
    'text-underline-offset': line === 'double' ? '0px' : '1px',
  };
}

function rule(name: string, decoration: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(decoration).map(
    ([property, value]) => `${property}: ${value} !important;`,
  );
  return `::highlight(${name}) { ${declarations.join(' ')} }`;
}
