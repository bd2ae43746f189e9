/** axe's judgement of a document as it is drawn. */
import axe from 'axe-core';
import type { View } from './browsers.ts';

/** What axe finds wrong, one line a rule with the first places. */
export function axeFindings(view: View): Promise<string[]> {
  // axe travels as the text of a function: the pages' content policy lets no script be made from a string
  const run = `async () => {
    ${axe.source}
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | '));
  }`;
  const travelling: () => Promise<string[]> = Object.assign(async () => [], { toString: () => run });
  return view.evaluate(travelling);
}
