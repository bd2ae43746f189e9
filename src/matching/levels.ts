/** A few values in place of many, so that a weight takes a few bits. */

/** Rounds of moving each level into the middle of the values nearest to it. */
const rounds = 30;

/** At most `most` levels that stand for some values with little error (Lloyd's algorithm), in ascending order. */
export function levelsOf(values: Iterable<number>, most: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct;
  const spread = Array.from(
    { length: most },
    (_, i) => sorted[Math.floor(((i + 0.5) / most) * sorted.length)],
  );
  let levels = [...new Set(spread)].map((level = 0) => level);
  for (let round = 0; round < rounds; round++) {
    const own = levels.map(() => ({ sum: 0, count: 0 }));
    for (const value of sorted) {
      const sums = own[nearestLevel(levels, value)];
      if (!sums) continue;
      sums.sum += value;
      sums.count++;
    }
    levels = own.flatMap(({ sum, count }) => (count ? [sum / count] : []));
  }
  return levels.map((level) => Number(level.toPrecision(4)));
}

/** The number of the level nearest to a value; levels ascend. */
export function nearestLevel(levels: readonly number[], value: number): number {
  let best = 0;
  for (let i = 1; i < levels.length; i++) {
    if (Math.abs((levels[i] ?? 0) - value) < Math.abs((levels[best] ?? 0) - value)) best = i;
  }
  return best;
}
