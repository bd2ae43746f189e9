/** What was meant by a misspelt name. */

/** `; is "younger-2013" meant?` of the nearest of the names, if one is near; else nothing. */
export function meant(name: string, known: Iterable<string>): string {
  const most = Math.max(1, Math.floor(name.length / 5));
  const [nearest] = [...known]
    .map((one) => ({ one, apart: distance(name, one) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart);
  return nearest ? `; is "${nearest.one}" meant?` : '';
}

/** How many letters must be put in, taken out or changed to make one of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
