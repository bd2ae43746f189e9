/** The keyboard's commands with their keys. */
import { element } from './element.ts';

/** A keyboard command with its key of the moment; '' where it has none. */
export interface Shortcut {
  readonly name: string;
  readonly key: string;
}

/** One row a command; what needs no setting stands below. */
export function shortcutTable(shortcuts: readonly Shortcut[]): HTMLElement {
  const rows = shortcuts.map(({ name, key }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element(
        'td',
        {},
        key === '' ? element('span', { class: 'quiet' }, 'not set') : element('kbd', {}, key),
      ),
    ),
  );
  return element(
    'div',
    { class: 'shortcuts' },
    element('table', {}, element('tbody', {}, ...rows)),
    element(
      'p',
      { class: 'quiet' },
      'In a page, put the caret on a marked sentence and press Enter to open its card. Esc closes it.',
    ),
  );
}
