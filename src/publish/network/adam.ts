/** Steps down the slopes of an error (Adam, Kingma and Ba 2015), with a running mean of the weights, which is steadier than their last state. */

/** Some weights, and where their slopes add up until a step is taken. */
export interface Parameter {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
}

export interface Adam {
  /** Takes a step, by slopes that are sums over so many lessons; clears them. */
  step(lessons: number): void;
  /** The running mean of each parameter. */
  readonly means: readonly Float32Array[];
}

/** Steps until the rate is full; from there it shrinks to nothing at the last step. */
const warmUp = 200;
/** Memories of slopes, of their squares, and of weights. */
const momentum = 0.9;
const squareMemory = 0.99;
const weightMemory = 0.999;
/** Slopes of a step are not longer than this. */
const longest = 1;

/** Prepares for so many steps, none larger than `rate`. */
export function createAdam(
  parameters: readonly Parameter[],
  { rate, steps }: { readonly rate: number; readonly steps: number },
): Adam {
  const states = parameters.map(({ values, slopes }) => ({
    values,
    slopes,
    past: new Float32Array(values.length),
    squares: new Float32Array(values.length),
    mean: values.slice(),
  }));
  let step = 0;
  return {
    means: states.map(({ mean }) => mean),
    step(lessons) {
      step++;
      const now = rate * Math.min(1, step / warmUp) * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
      let square = 0;
      for (const { slopes } of states) for (const slope of slopes) square += slope * slope;
      const shrink = Math.min(1 / lessons, longest / Math.sqrt(square || 1));
      const unbiased = Math.sqrt(1 - squareMemory ** step) / (1 - momentum ** step);
      const keep = Math.min(weightMemory, step / (step + 10));
      for (const { values, slopes, past, squares, mean } of states) {
        for (let i = 0; i < values.length; i++) {
          const by = (slopes[i] ?? 0) * shrink;
          const m = momentum * (past[i] ?? 0) + (1 - momentum) * by;
          const s = squareMemory * (squares[i] ?? 0) + (1 - squareMemory) * by * by;
          const value = (values[i] ?? 0) - (now * unbiased * m) / (Math.sqrt(s) + 1e-8);
          past[i] = m;
          squares[i] = s;
          values[i] = value;
          mean[i] = keep * (mean[i] ?? 0) + (1 - keep) * value;
        }
        slopes.fill(0);
      }
    },
  };
}
