/** Saves a text as a file, as if the reader had chosen "Save as". */
import { element } from './element.ts';

export interface TextFile {
  readonly name: string;
  /** MIME type */
  readonly type: string;
  readonly text: string;
}

/** Hands the file to the browser's downloads. */
export function saveFile({ name, type, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser needs the address until it has begun to save
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that any file system takes: letters, digits and hyphens of a title. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/giu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${plain.toLowerCase() || 'page'}.${ending}`;
}
