/** "Take it along": a page's findings as files. */
import { button, element } from './element.ts';
import { toAnnotations, toClaimReview, toCsv, toMarkdown } from './findings-export.ts';
import type { PopupView } from './popup-view.ts';
import { fileName, saveFile } from './save-file.ts';

type Page = PopupView & { readonly database: NonNullable<PopupView['database']> };

/** A disclosure with one button a format. */
export function takeAlong({ title, address, mentions, unassessed, database }: Page): HTMLElement {
  const findings = () => ({ title, address, read: new Date().toISOString(), mentions, unassessed, database });
  const newId = () => `urn:uuid:${crypto.randomUUID()}`;
  const format = (name: string, ending: string, type: string, text: () => string) =>
    button({}, () => saveFile({ name: fileName(`ldn-claims-${title}`, ending), type, text: text() }), name);
  return element(
    'details',
    { class: 'take block' },
    element('summary', {}, 'Take these findings along'),
    element(
      'div',
      { class: 'formats' },
      format('Text (Markdown)', 'md', 'text/markdown', () => toMarkdown(findings())),
      format('Table (CSV)', 'csv', 'text/csv', () => toCsv(findings())),
      format('Annotations (JSON)', 'json', 'application/json', () => toAnnotations(findings(), newId)),
      format('ClaimReview (JSON-LD)', 'jsonld', 'application/ld+json', () => toClaimReview(findings())),
    ),
    element('p', { class: 'quiet' }, 'Files are made on this device and saved to it.'),
  );
}
