/** Buttons that save studies for a reference manager. */
import type { Study } from '../database/schema.ts';
import { toBibtex, toRis } from './bibliography.ts';
import { button, element } from './element.ts';
import { fileName, saveFile } from './save-file.ts';

/** RIS and BibTeX of some studies, named after what they are of. */
export function referenceFiles(studies: readonly Study[], title: string): HTMLElement | undefined {
  if (!studies.length) return undefined;
  const save = (ending: string, type: string, text: (studies: readonly Study[]) => string) => () =>
    saveFile({ name: fileName(title, ending), type, text: text(studies) });
  return element(
    'p',
    { class: 'files' },
    button({}, save('ris', 'application/x-research-info-systems', toRis), 'Save as RIS'),
    ' ',
    button({}, save('bib', 'application/x-bibtex', toBibtex), 'Save as BibTeX'),
  );
}
