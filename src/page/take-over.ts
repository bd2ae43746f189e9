/** One script of a kind in a frame at a time: a new one ends the one before, which an update may have left behind. */

/**
 * A controller whose signal ends when a later script of the same name takes over. The name is kept in the content
 * scripts' own world, where no page can see it.
 */
export function takeOver(name: string): AbortController {
  const key = `ldn-lens ${name}`;
  const before: unknown = Reflect.get(globalThis, key);
  if (before instanceof AbortController) before.abort();
  const controller = new AbortController();
  Reflect.set(globalThis, key, controller);
  return controller;
}
