/** What the marks mean: the four verdicts with their signs, lines and sentences. */
import { element } from './element.ts';
import { verdictMark } from './verdict-mark.ts';
import { verdictOrder, verdictStyles } from './verdict-style.ts';

/** The key to the marks. */
export function legend(): HTMLElement {
  const rows = verdictOrder.flatMap((verdict) => [
    element('dt', {}, verdictMark(verdict)),
    element('dd', {}, verdictStyles[verdict].meaning),
  ]);
  return element('dl', { class: 'legend' }, ...rows);
}
