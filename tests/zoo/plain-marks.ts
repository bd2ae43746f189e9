/** mark.js as highlighters use it: after each change of the page all marks are taken off and put in anew. */
import Mark from 'mark.js';
import { claims } from './words.ts';

export function markPlainly(): void {
  const page = new Mark(document.body);
  page.unmark();
  page.mark(Object.values(claims), { separateWordSearch: false, acrossElements: true });
}
