/** Functions that travel: how a function and its arguments become an expression in another world. */
import type { Json } from './browsers.ts';

/** `run(first, ...args)` as an expression; `first` is an expression already, or '' for none. */
export function callOf(run: (...args: never[]) => unknown, first: string, args: readonly Json[]): string {
  const rest = args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg)));
  return `(${run})(${[...(first ? [first] : []), ...rest].join(', ')})`;
}
