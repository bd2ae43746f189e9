/** A small forest plot: what each study measured, its interval, the line of no effect; and a table that says the same. */
import type { Effect } from '../database/schema.ts';
import { element, svgElement } from './element.ts';
import { hasInterval, type PlotPanel, type PlotRow } from './plot-rows.ts';
import { capital, count, directionWords, numeral, shortened } from './words.ts';

/** Heights, in ems of the plot's type: it grows with the reader's type size and needs no width to be drawn. */
const heads = { row: 2.9, line: 1.35, mark: 2.05, top: 1.4, axis: 3.1 };
/** What fits on one line at 320 px: longer ones put the figures on a second line. */
const oneLine = 42;

/** One panel: the picture, with its table folded below it. */
export function forestPlot(panel: PlotPanel): HTMLElement {
  return element(
    'figure',
    { class: 'plot' },
    element('figcaption', {}, plotTitle(panel)),
    picture(panel),
    ...remarks(panel),
    element('details', {}, element('summary', {}, 'The same as a table'), twin(panel)),
  );
}

/** What must be said of a figure, below the picture that shows it. */
function remarks({ rows }: PlotPanel): HTMLElement[] {
  return rows
    .filter(({ remark }) => remark)
    .map(({ study, remark }) => element('p', { class: 'remark' }, `${study.citation}: ${remark}.`));
}

/** "−0.34 (−0.95 to 0.27)", each number with as many digits; says so where no interval was reported. */
export function effectWords({ value, ciLow, ciHigh }: Effect): string {
  if (ciLow === undefined || ciHigh === undefined) return `${numeral(value)} (no interval)`;
  const digits = Math.max(...[value, ciLow, ciHigh].map((number) => `${number}`.split('.')[1]?.length ?? 0));
  const [at, low, high] = [value, ciLow, ciHigh].map((number) => numeral(number, Math.min(digits, 3)));
  return `${at} (${low} to ${high})`;
}

/** "Vivid dreams: risk ratio"; only the measure where rows differ in their outcomes and name them themselves. */
export function plotTitle(panel: PlotPanel): string {
  const outcome = sharedOutcome(panel);
  if (outcome === undefined) return panel.title;
  return `${capital(outcome)}: ${panel.title.charAt(0).toLowerCase()}${panel.title.slice(1)}`;
}

/** What all rows measured: "Pain" of "Pain intensity, 0 to 10" and "Pain at 3 months". */
function sharedOutcome({ rows }: PlotPanel): string | undefined {
  const outcomes = rows.map(({ finding }) => finding.outcome);
  for (const end of [/\s*[,;:(]/u, /\W/u]) {
    const heads = new Map(
      outcomes.map((outcome) => outcome.split(end)[0] ?? '').map((head) => [head.toLowerCase(), head]),
    );
    if (heads.size === 1) return [...heads.values()][0];
  }
  return undefined;
}

/** What the picture shows, in words. */
export function plotSummary(panel: PlotPanel): string {
  const withInterval = panel.rows.filter(({ effect }) => hasInterval(effect));
  const across = withInterval.filter(({ effect }) => crosses(effect, panel.noEffect)).length;
  return [
    `Forest plot: ${plotTitle(panel)}, ${count(panel.rows.length, 'result', 'results')}.`,
    withInterval.length > 0 && `${across} of ${withInterval.length} intervals cross the line of no effect.`,
    'The table below holds the same figures.',
  ]
    .filter(Boolean)
    .join(' ');
}

function crosses({ ciLow, ciHigh }: Effect, noEffect: number): boolean {
  return (ciLow ?? noEffect) <= noEffect && (ciHigh ?? noEffect) >= noEffect;
}

function picture(panel: PlotPanel): SVGSVGElement {
  const rows: SVGElement[] = [];
  // two rows of one study are told apart by what they measured
  const studies = new Set(panel.rows.map(({ study }) => study.id));
  const named = sharedOutcome(panel) === undefined || studies.size < panel.rows.length;
  let y = heads.top;
  for (const row of panel.rows) {
    const lines = linesOf(row, named);
    rows.push(drawRow(row, lines, panel, y));
    y += heads.row + (lines.length - 1) * heads.line;
  }
  const zero = percent(panel.at(panel.noEffect));
  return svgElement(
    'svg',
    {
      class: 'forest',
      role: 'img',
      'aria-label': plotSummary(panel),
      height: em(y + heads.axis),
      width: '100%',
    },
    svgElement('line', { class: 'no-effect', x1: zero, x2: zero, y1: em(heads.top - 0.2), y2: em(y) }),
    text('no effect', zero, 0.9, 'small middle'),
    ...rows,
    ...drawAxis(panel, y),
  );
}

interface Line {
  readonly start: string;
  readonly end?: string;
}

/** What stands above a row's interval: its outcome where rows differ, its study, its figures on the same line if they fit. */
function linesOf(row: PlotRow, named: boolean): readonly [Line, ...Line[]] {
  const [name, figures] = [label(row), effectWords(row.effect)];
  const fits = name.length + figures.length <= oneLine;
  const study: readonly [Line, ...Line[]] = fits
    ? [{ start: name, end: figures }]
    : [{ start: name }, { start: figures }];
  return named ? [{ start: shortened(row.finding.outcome, oneLine) }, ...study] : study;
}

function drawRow(row: PlotRow, lines: readonly Line[], panel: PlotPanel, y: number): SVGElement {
  const { effect } = row;
  const middle = y + heads.mark + (lines.length - 1) * heads.line;
  const low = percent(panel.at(effect.ciLow ?? effect.value));
  const high = percent(panel.at(effect.ciHigh ?? effect.value));
  return svgElement(
    'g',
    { class: row.pooled ? 'row pooled' : 'row' },
    ...lines.flatMap(({ start, end }, i) => [
      text(start, '0', y + 1 + i * heads.line, i === 0 ? '' : 'small'),
      ...(end ? [text(end, '100%', y + 1 + i * heads.line, 'small end')] : []),
    ]),
    svgElement('line', { class: 'interval', x1: low, x2: high, y1: em(middle), y2: em(middle) }),
    mark(row, percent(panel.at(effect.value)), middle),
  );
}

/** Square for a study, diamond for a pooled result; hollow where no interval was reported; larger with more people. */
function mark(row: PlotRow, x: string, y: number): SVGElement {
  const half = Math.min(7, 3 + Math.sqrt(row.study.participants ?? 20) / 4);
  const shape = row.pooled
    ? `M0 ${-half}L${half * 1.5} 0L0 ${half}L${-half * 1.5} 0Z`
    : `M${-half} ${-half}H${half}V${half}H${-half}Z`;
  return svgElement(
    'svg',
    { x, y: em(y), overflow: 'visible' },
    svgElement('path', { class: hasInterval(row.effect) ? 'mark' : 'mark hollow', d: shape }),
  );
}

function drawAxis(panel: PlotPanel, y: number): SVGElement[] {
  const [start, end] = sides(panel.better);
  return [
    svgElement('line', { class: 'axis', x1: '0', x2: '100%', y1: em(y), y2: em(y) }),
    ...panel.ticks.flatMap((tick) => {
      const x = percent(panel.at(tick));
      return [
        svgElement('line', { class: 'axis', x1: x, x2: x, y1: em(y), y2: em(y + 0.35) }),
        text(numeral(tick), x, y + 1.35, 'small middle'),
      ];
    }),
    text(`◂ ${start}`, '0', y + 2.8, 'small strong'),
    text(`${end} ▸`, '100%', y + 2.8, 'small strong end'),
  ];
}

function sides(better: Effect['better']): readonly [string, string] {
  if (better === 'neither') return ['lower with LDN', 'higher with LDN'];
  const good = 'better with LDN';
  const bad = 'worse with LDN';
  return better === 'lower' ? [good, bad] : [bad, good];
}

function text(words: string, x: string, y: number, kind: string): SVGElement {
  return svgElement('text', { x, y: em(y), class: kind }, words);
}

function label({ study, pooled }: PlotRow): string {
  const name = shortened(study.citation.replace(/\s*\(meta-analysis[^)]*\)/u, ''), 32);
  const kind = pooled ? ' · pooled' : '';
  const people = study.participants && ` · ${count(study.participants, 'person', 'people')}`;
  return `${name}${kind}${people ?? ''}`;
}

function twin(panel: PlotPanel): HTMLElement {
  const head = ['Study', 'People', 'Outcome', 'Effect (95% interval)', 'Reads as'];
  const cells = ({ study, finding, effect, pooled, remark }: PlotRow) => [
    pooled ? `${study.citation} (pooled)` : study.citation,
    study.participants ? numeral(study.participants) : 'not given',
    finding.outcome,
    remark ? `${effectWords(effect)}; ${remark}` : effectWords(effect),
    capital(directionWords[finding.direction]),
  ];
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `Table: ${plotTitle(panel)}` },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...panel.rows.map((row) => tableRow(cells(row)))),
    ),
  );
}

function tableRow([first = '', ...rest]: readonly string[]): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, first),
    ...rest.map((cell) => element('td', {}, cell)),
  );
}

function em(value: number): string {
  return `${Math.round(value * 100) / 100}em`;
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
