/** GRADE's certainty as a strip of four steps, with its word. */
import type { Certainty } from '../database/schema.ts';
import { element } from './element.ts';
import { capital, certaintySteps } from './words.ts';

/** The strip with its word beside it: "▮▮▯▯ Low". */
export function certaintyStrip(certainty: Certainty): HTMLElement {
  const reached = certaintySteps.findIndex((step) => step.certainty === certainty) + 1;
  const steps = certaintySteps.map((_, i) => element('i', { class: i < reached ? 'step full' : 'step' }));
  return element(
    'span',
    { class: 'certainty' },
    element('span', { class: 'steps', 'aria-hidden': 'true' }, ...steps),
    element('span', {}, capital(certainty)),
    element('span', { class: 'unseen' }, ` (step ${reached} of ${certaintySteps.length})`),
  );
}

/** What that certainty means, in one sentence. */
export function certaintyMeaning(certainty: Certainty): string {
  return certaintySteps.find((step) => step.certainty === certainty)?.meaning ?? '';
}
