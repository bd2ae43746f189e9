/** Pages of many frameworks, with LDN Lens and without. */
import { expect, test } from './fixtures.ts';
import { pageNames } from './site.ts';

for (const name of pageNames) {
  test(`${name} is the same with LDN Lens and without`, async ({ alone, withLens }) => {
    const [before, after] = await Promise.all([alone(name), withLens(name)]);
    expect(before.states.length).toBeGreaterThan(10);
    for (const [at, { step, tree, changes }] of before.states.entries()) {
      const state = after.states[at];
      expect(state?.tree, step).toEqual(tree);
      expect(state?.changes, step).toEqual(changes);
    }
    expect(after.said).toEqual(before.said);
    expect([...before.states, ...after.states].flatMap(({ strange }) => strange)).toEqual([]);
    expect(after.states.filter(({ isMarked }) => !isMarked).map(({ step }) => step)).toEqual([]);
    expect(Math.max(...after.states.map(({ claims }) => claims))).toBeGreaterThan(1);
  });
}
