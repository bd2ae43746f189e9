/** Work in steps, so that whoever waits for it can do something else in between. */

/** Takes all steps of something at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
