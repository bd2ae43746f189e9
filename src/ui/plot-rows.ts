/** The figures of a forest plot: which effects of a claim's studies can share an axis, and how that axis runs. Pure. */
import { nice, ticks } from 'd3-array';
import type { Claim, Database, Effect, Finding, Study } from '../database/schema.ts';
import { studiesOf } from './citation.ts';

export interface PlotRow {
  readonly study: Study;
  readonly finding: Finding;
  readonly effect: Effect;
  /** a pooled estimate of several studies */
  readonly pooled: boolean;
  /** what must be said of the figure: "adjusted, sign read from the raw changes" */
  readonly remark: string;
}

/** Effects that share a measure and an axis. */
export interface PlotPanel {
  /** "Risk ratio", "Difference, points of 0-10" */
  readonly title: string;
  /** the value at which LDN and its comparator are equal */
  readonly noEffect: 0 | 1;
  readonly better: Effect['better'];
  readonly rows: readonly PlotRow[];
  readonly ticks: readonly number[];
  /** a value's place on the axis, in per cent of its width */
  at(value: number): number;
}

interface Measure {
  readonly name: string;
  readonly noEffect: 0 | 1;
  readonly byUnit: boolean;
}

/** What a study calls its measure -> what it is. What compares nothing (a share, a count) is not among them: it has no line of no effect. */
const measures: readonly (readonly [RegExp, Measure | undefined])[] = [
  [/before-after/iu, undefined],
  [
    /^(?:SMD|hedges|cohen|g$|d$|standardi[sz]ed)/iu,
    { name: 'Standardised difference (0.2 is small, 0.8 large)', noEffect: 0, byUnit: false },
  ],
  [
    /^(?:RR|risk ratio|relative risk)/iu,
    { name: 'Risk ratio (2 is twice as often)', noEffect: 1, byUnit: false },
  ],
  [/^(?:OR|odds ratio)\b/iu, { name: 'Odds ratio', noEffect: 1, byUnit: false }],
  [/^(?:HR|hazard ratio)\b/iu, { name: 'Hazard ratio', noEffect: 1, byUnit: false }],
  [
    /^(?:IRR|rate ratio|incidence rate ratio)/iu,
    { name: 'Rate ratio (2 is twice as often)', noEffect: 1, byUnit: false },
  ],
  [/^MD\b|difference/iu, { name: 'Difference', noEffect: 0, byUnit: true }],
];

/** The panels of a claim's plot, those with most trials first; none where no study reported a comparison with its interval. */
export function plotPanels(claim: Claim, database: Database): readonly PlotPanel[] {
  const groups = new Map<string, { measure: Measure; unit: string; rows: PlotRow[] }>();
  for (const study of studiesOf(claim, database)) {
    for (const finding of study.findings) {
      const { effect } = finding;
      const measure = effect && measureOf(effect.measure);
      if (!effect || !measure || !finding.claims?.includes(claim.id)) continue;
      if (measure.noEffect === 1 && effect.value <= 0) continue;
      // "points of 10, adjusted" and "points of 10" share an axis
      const words = (effect.unit ?? '').split(/\s*[,;]\s*/u);
      const [unit, remarks] = measure.byUnit ? [words[0] ?? '', words.slice(1)] : ['', words];
      const key = [measure.name, unit, effect.better].join('|');
      const group = groups.get(key) ?? { measure, unit, rows: [] };
      group.rows.push({ study, finding, effect, pooled: isPooled(study), remark: remarkOf(remarks) });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ rows }) => rows.some(({ effect }) => hasInterval(effect)))
    .sort((a, b) => trialsIn(b.rows) - trialsIn(a.rows) || b.rows.length - a.rows.length)
    .map(panel);
}

/** Single trials come before what others made of them: the newest pooled result may lack the newest trial. */
function trialsIn(rows: readonly PlotRow[]): number {
  return rows.filter(({ pooled }) => !pooled).length;
}

/** That there is no interval stands beside the figure already. */
function remarkOf(remarks: readonly string[]): string {
  return remarks.filter((remark) => remark && !/^no interval\b/u.test(remark)).join(', ');
}

/** Did the study report how far its effect may be off? */
export function hasInterval({ ciLow, ciHigh }: Effect): boolean {
  return ciLow !== undefined && ciHigh !== undefined;
}

function measureOf(name: string): Measure | undefined {
  return measures.find(([form]) => form.test(name))?.[1];
}

function isPooled(study: Study): boolean {
  return study.design === 'meta-analysis' || study.design === 'systematic review';
}

function panel({ measure, unit, rows }: { measure: Measure; unit: string; rows: PlotRow[] }): PlotPanel {
  const { noEffect, name } = measure;
  const values = rows.flatMap(({ effect }) => [effect.value, effect.ciLow, effect.ciHigh]);
  const known = values.filter((value) => value !== undefined);
  const axis = noEffect === 1 ? ratioAxis(known) : differenceAxis(known);
  return {
    title: unit ? `${name}, ${unit}` : name,
    noEffect,
    better: rows[0]?.effect.better ?? 'neither',
    rows: [...rows.filter((row) => !row.pooled), ...rows.filter((row) => row.pooled)],
    ...axis,
  };
}

type Axis = Pick<PlotPanel, 'ticks' | 'at'>;

/** Room at both ends, in per cent: for the labels of the outermost ticks. */
const inset = 4;

function differenceAxis(values: readonly number[]): Axis {
  const reach = Math.max(...values.map(Math.abs)) || 1;
  const [least, most] = nice(Math.min(-reach / 3, ...values), Math.max(reach / 3, ...values), 4);
  return { ticks: ticks(least, most, 4), at: (value) => spread(value, least, most) };
}

const ratioTicks = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Ratios run on a logarithmic axis: half as often and twice as often stand equally far from "no effect". */
function ratioAxis(values: readonly number[]): Axis {
  const above = values.filter((value) => value > 0);
  const least = Math.min(0.5, ...above) / 1.15;
  const most = Math.max(2, ...above) * 1.15;
  return {
    ticks: ratioTicks.filter((tick) => tick >= least && tick <= most),
    at: (value) => spread(Math.log(Math.max(value, least)), Math.log(least), Math.log(most)),
  };
}

function spread(value: number, least: number, most: number): number {
  return inset + ((value - least) / (most - least)) * (100 - 2 * inset);
}
