import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/database/schema.ts';
import { effectWords, plotSummary, plotTitle } from '../../src/ui/plot.ts';
import { plotPanels } from '../../src/ui/plot-rows.ts';
import { claim, database, finding, study } from './example.ts';

const effect = (
  measure: string,
  value: number,
  limits: readonly number[],
  more: Partial<Effect> = {},
): Effect => ({
  measure,
  value,
  ...(limits.length && { ciLow: limits[0], ciHigh: limits[1] }),
  better: 'lower',
  ...more,
});

function panelsOf(...effects: readonly Effect[]) {
  const studies = effects.map((one, i) => study(`s${i}`, { findings: [finding('Pain', { effect: one })] }));
  const about = claim({ studies: studies.map(({ id }) => id) });
  return plotPanels(about, database([about], studies));
}

describe('which effects share a panel', () => {
  test.each([
    ['same measure and scale', [effect('MD', -1, [-2, 0]), effect('MD', -0.5, [-1, 0])], [2]],
    [
      'a remark after the unit does not part them',
      [
        effect('MD', -1, [-2, 0], { unit: 'points of 10' }),
        effect('MD', 0.5, [], { unit: 'points of 10; no interval' }),
      ],
      [2],
    ],
    [
      'other scale',
      [
        effect('MD', -1, [-2, 0], { unit: 'points of 10' }),
        effect('MD', -5, [-9, 0], { unit: 'points of 100' }),
      ],
      [1, 1],
    ],
    [
      'd and g and SMD are one kind',
      [effect('SMD (d)', -0.3, [-1, 0]), effect('Hedges g', -0.5, [-1, 0])],
      [2],
    ],
    [
      'other direction of what is good',
      [effect('MD', -1, [-2, 0]), effect('MD', 1, [0, 2], { better: 'higher' })],
      [1, 1],
    ],
    ['a share compares nothing', [effect('%', 37, [20, 50])], []],
    ['before and after compares no groups', [effect('Hedges g, before-after', -1, [-2, -0.5])], []],
    ['no interval anywhere', [effect('MD', -1, [])], []],
    ['a ratio below zero is none', [effect('RR', -1, [-2, 2])], []],
  ])('%s', (_, effects, sizes) => {
    expect(panelsOf(...effects).map(({ rows }) => rows.length)).toEqual(sizes);
  });

  test('a finding that does not bear on the claim stays out', () => {
    const one = study('s', {
      findings: [finding('Sleep', { effect: effect('MD', -1, [-2, 0]), claims: ['fm.sleep'] })],
    });
    const about = claim({ studies: ['s'] });
    expect(plotPanels(about, database([about], [one]))).toEqual([]);
  });

  test('single trials stand before pooled results of another measure, however many', () => {
    const pooled = ['p', 'q'].map((id) =>
      study(id, {
        design: 'meta-analysis',
        findings: [finding('Pain', { effect: effect('SMD', -0.5, [-1, 0]) })],
      }),
    );
    const trial = study('t', { findings: [finding('Pain', { effect: effect('MD', 1, [0, 2]) })] });
    const about = claim({ studies: ['p', 'q', 't'] });
    const panels = plotPanels(about, database([about], [...pooled, trial]));
    expect(panels.map(({ rows }) => rows.map((row) => row.study.id))).toEqual([['t'], ['p', 'q']]);
  });

  test.each([
    [
      'MD',
      'points of 10, adjusted; sign read from the changes, no interval seen',
      'adjusted, sign read from the changes',
    ],
    ['HR', 'chance of improving; not randomised', 'chance of improving, not randomised'],
    ['MD', 'points of 10; no interval given', ''],
    ['MD', undefined, ''],
  ])('%s, %s: what must be said of the figure is kept', (measure, unit, remark) => {
    const [panel] = panelsOf(effect(measure, 0.5, [0.2, 2], unit === undefined ? {} : { unit }));
    expect(panel?.rows[0]?.remark).toBe(remark);
  });

  test('pooled results stand last, however new', () => {
    const of = (id: string, design: 'meta-analysis' | 'randomised trial') =>
      study(id, { design, findings: [finding('Pain', { effect: effect('MD', -1, [-2, 0]) })] });
    const studies = [of('pooled', 'meta-analysis'), of('trial', 'randomised trial')];
    const about = claim({ studies: ['pooled', 'trial'] });
    const [panel] = plotPanels(about, database([about], studies));
    expect(panel?.rows.map((row) => row.study.id)).toEqual(['trial', 'pooled']);
  });
});

describe('the axis', () => {
  test.each([
    ['a difference', effect('MD', -0.34, [-0.95, 0.27]), 0],
    ['a ratio', effect('RR', 2.41, [1.77, 3.28]), 1],
    ['a ratio far out', effect('OR', 18, [0.06, 40]), 1],
  ])('%s: all marks, the interval and the line of no effect lie on it, in order', (_, one, noEffect) => {
    const [panel] = panelsOf(one);
    if (!panel) throw new Error('no panel');
    expect(panel.noEffect).toBe(noEffect);
    const places = [one.ciLow, one.value, one.ciHigh].map((value) => panel.at(value ?? Number.NaN));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const place of [...places, panel.at(noEffect), ...panel.ticks.map(panel.at)]) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(100);
    }
    expect(panel.ticks).toContain(noEffect);
  });

  test('half as often and twice as often stand equally far from no effect', () => {
    const panel = panelsOf(effect('RR', 1, [0.5, 2]))[0];
    expect((panel?.at(1) ?? 0) - (panel?.at(0.5) ?? 0)).toBeCloseTo(
      (panel?.at(2) ?? 0) - (panel?.at(1) ?? 0),
    );
  });
});

test.each([
  [effect('MD', -0.34, [-0.95, 0.27]), '−0.34 (−0.95 to 0.27)'],
  [effect('RR', 1.4, [1.12, 1.75]), '1.40 (1.12 to 1.75)'],
  [effect('MD', 0.49, []), '0.49 (no interval)'],
])('an effect in words: %j', (one, words) => {
  expect(effectWords(one)).toBe(words);
});

test.each([
  [['Vivid dreams (all trials)'], 'Vivid dreams: difference'],
  [['Pain intensity, 0 to 10', 'Pain, 3 months'], 'Pain: difference'],
  [['Dizziness', 'Nausea'], 'Difference'],
])('the picture of %j is titled "%s"', (outcomes, title) => {
  const findings = outcomes.map((outcome) => finding(outcome, { effect: effect('MD', 1, [0, 2]) }));
  const about = claim({ studies: ['s'] });
  const [panel] = plotPanels(about, database([about], [study('s', { findings })]));
  expect(panel && plotTitle(panel)).toBe(title);
});

test('the picture says in words how many intervals cross the line', () => {
  const [panel] = panelsOf(
    effect('MD', -0.34, [-0.95, 0.27]),
    effect('MD', -0.9, [-1.2, -0.5]),
    effect('MD', 0.5, []),
  );
  expect(panel && plotSummary(panel)).toContain('3 results. 1 of 2 intervals cross the line of no effect.');
});
