/** Where one claim speaks of several things and the evidence on them differs: how each is rated by itself. */
import type { Claim } from '../database/schema.ts';
import { element } from './element.ts';
import { capital, ratingWords } from './words.ts';

/** Each part with its rating; nothing where the claim is all of a piece. */
export function partsBlock({ parts }: Claim): HTMLElement | undefined {
  if (!parts?.length) return undefined;
  const rows = parts.flatMap(({ of, rating }) => [
    element('dt', {}, capital(of)),
    element('dd', {}, ratingWords[rating]),
  ]);
  return element(
    'div',
    { class: 'parts' },
    element('p', { class: 'label' }, 'Taken one by one'),
    element('dl', {}, ...rows),
  );
}
