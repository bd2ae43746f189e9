/** Sums over stretches of numbers, for the network: `at` says where a stretch begins. */

/** The sum of products of two stretches. Four sums side by side: one alone waits for itself. */
export function dot(a: Float32Array, aAt: number, b: Float32Array, bAt: number, length: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    one += (a[aAt + i] ?? 0) * (b[bAt + i] ?? 0);
    two += (a[aAt + i + 1] ?? 0) * (b[bAt + i + 1] ?? 0);
    three += (a[aAt + i + 2] ?? 0) * (b[bAt + i + 2] ?? 0);
    four += (a[aAt + i + 3] ?? 0) * (b[bAt + i + 3] ?? 0);
  }
  for (; i < length; i++) one += (a[aAt + i] ?? 0) * (b[bAt + i] ?? 0);
  return one + two + three + four;
}

/** Adds a stretch, times `scale`, to another. */
export function add(
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  length: number,
  scale = 1,
): void {
  for (let i = 0; i < length; i++) to[toAt + i] = (to[toAt + i] ?? 0) + scale * (from[fromAt + i] ?? 0);
}

/** Adds a table's product with a stretch: one number for each of its rows, four rows at a time. */
export function addProduct(
  to: Float32Array,
  toAt: number,
  table: Float32Array,
  rows: number,
  input: Float32Array,
  inputAt: number,
  length: number,
): void {
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const first = row * length;
    const second = first + length;
    const third = second + length;
    const fourth = third + length;
    let one = to[toAt + row] ?? 0;
    let two = to[toAt + row + 1] ?? 0;
    let three = to[toAt + row + 2] ?? 0;
    let four = to[toAt + row + 3] ?? 0;
    for (let i = 0; i < length; i++) {
      const given = input[inputAt + i] ?? 0;
      one += (table[first + i] ?? 0) * given;
      two += (table[second + i] ?? 0) * given;
      three += (table[third + i] ?? 0) * given;
      four += (table[fourth + i] ?? 0) * given;
    }
    to[toAt + row] = one;
    to[toAt + row + 1] = two;
    to[toAt + row + 2] = three;
    to[toAt + row + 3] = four;
  }
  for (; row < rows; row++)
    to[toAt + row] = (to[toAt + row] ?? 0) + dot(table, row * length, input, inputAt, length);
}

/** A number between 0 and 1 for any. */
export function squash(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
