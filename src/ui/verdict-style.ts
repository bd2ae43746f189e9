/** How each verdict looks, everywhere: its words, its underline, its colours. Shape and words carry it; colour only helps. */
import type { Verdict } from '../matching/verdict.ts';

export interface VerdictStyle {
  /** the verdict in the reader's words */
  readonly words: string;
  /** what it means, in one sentence */
  readonly meaning: string;
  /** the underline in the page and under the verdict's words: tells the four apart in greyscale */
  readonly line: 'double' | 'dashed' | 'dotted' | 'solid';
  /** on light ground: at least 4.5:1 on white */
  readonly light: string;
  /** on dark ground: at least 4.5:1 on #1b1d20 */
  readonly dark: string;
}

/** Worst first. */
export const verdictStyles: Readonly<Record<Verdict, VerdictStyle>> = {
  against: {
    words: 'Against the evidence',
    meaning: 'Studies or official sources say otherwise.',
    line: 'double',
    light: '#b3261e',
    dark: '#ff9a8f',
  },
  overstated: {
    words: 'Stronger than the evidence',
    meaning: 'The page is surer than the evidence allows.',
    line: 'dashed',
    light: '#8a5300',
    dark: '#f2b455',
  },
  unsettled: {
    words: 'Not settled by evidence',
    meaning: 'No good study settles this, either way.',
    line: 'dotted',
    light: '#545a78',
    dark: '#b9c0e0',
  },
  'in-line': {
    words: 'In line with the evidence',
    meaning: 'The page says no more than the evidence does.',
    line: 'solid',
    light: '#0a6b5e',
    dark: '#63d0bd',
  },
};

/** The verdicts, worst first. */
export const verdictOrder: readonly Verdict[] = ['against', 'overstated', 'unsettled', 'in-line'];

/** The table as custom properties, for style sheets: `--against`, `--against-line` and so on. */
export function verdictSheet(selector: string): string {
  const rules = verdictOrder.map((verdict) => {
    const { light, dark, line } = verdictStyles[verdict];
    return `--${verdict}: light-dark(${light}, ${dark}); --${verdict}-line: ${line};`;
  });
  return `${selector} { ${rules.join(' ')} }`;
}
