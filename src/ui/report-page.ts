/**
 * Where a reader writes the report of a wrong match: a page of ours, since a page of the web may hear every key that is
 * pressed in its window, in our card too. Nothing is sent by itself.
 */
import { button, element } from './element.ts';

/** The report as it was drawn up, for the reader to change and to copy. */
export function reportPage(text: string | undefined): HTMLElement {
  const heading = element('h1', { tabindex: -1 }, 'Report a wrong match');
  if (text === undefined) {
    const where = 'A report begins in a card, with “Report a wrong match”. There is none at hand.';
    return element('article', {}, heading, element('p', {}, where));
  }
  const area = element('textarea', { rows: 16, 'aria-label': 'Your report' });
  area.value = text;
  const status = element('p', { role: 'status' });
  const copy = async () => {
    await navigator.clipboard.writeText(area.value);
    status.textContent = 'Copied. Nothing was sent.';
  };
  return element(
    'article',
    { class: 'report' },
    heading,
    element(
      'p',
      {},
      'Change the text as you like. Nothing is sent by itself: copy it and send it to whom you like. The page that it is about cannot read along here.',
    ),
    area,
    element(
      'p',
      { class: 'actions' },
      button({ class: 'primary' }, () => void copy(), 'Copy the text'),
    ),
    status,
  );
}
