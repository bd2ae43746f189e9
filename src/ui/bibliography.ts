/** Studies for reference managers: RIS and BibTeX, as Zotero and others read them. Pure. */
import type { Study } from '../database/schema.ts';
import { studyLinks } from './study-links.ts';

/** RIS, one record a study. */
export function toRis(studies: readonly Study[]): string {
  return studies.map(risRecord).join('\r\n');
}

function risRecord(study: Study): string {
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['TY', risType(study)],
    ...peopleOf(study).map(({ family, given }) => ['AU', given ? `${family}, ${given}` : family] as const),
    ['TI', study.title ?? study.citation],
    // Zotero takes JO for the journal's abbreviation
    ['T2', study.journal],
    ['PY', study.year],
    ['DO', study.doi],
    ['UR', studyLinks(study)[0]?.href],
    ...notesOf(study).map((note) => ['N1', note] as const),
    ['ID', study.id],
    ['ER', ''],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([tag, value]) => `${tag}  - ${value}`);
  return `${lines.join('\r\n')}\r\n`;
}

/** Not GEN for what is no article: Zotero would read one. */
function risType(study: Study): string {
  if (isArticle(study)) return 'JOUR';
  return studyLinks(study).length ? 'ELEC' : 'RPRT';
}

/** BibTeX, one entry a study. */
export function toBibtex(studies: readonly Study[]): string {
  return studies.map(bibtexEntry).join('\n');
}

function bibtexEntry(study: Study): string {
  const authors = peopleOf(study).map(({ family, given }) =>
    given ? `${tex(family)}, ${tex(given)}` : `{${tex(family)}}`,
  );
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', authors.length ? authors.join(' and ') : undefined],
    ['title', `{${tex(study.title ?? study.citation)}}`],
    ['journal', study.journal && tex(study.journal)],
    ['year', study.year?.toString()],
    ['doi', study.doi],
    ['url', studyLinks(study)[0]?.href],
    ['note', notesOf(study).map(tex).join('; ') || undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return `@${isArticle(study) ? 'article' : 'misc'}{${study.id},\n${lines.join('\n')}\n}\n`;
}

interface Person {
  readonly family: string;
  /** initials; none for groups */
  readonly given?: string;
}

/** "Due Bruun K, Toft P, et al" -> people; what bears no initials is a group's name. */
function peopleOf({ authors }: Study): readonly Person[] {
  const names = (authors ?? '').split(/,\s*|;\s*/u).map((name) => name.trim().replace(/\.$/u, ''));
  return names
    .filter((name) => name !== '' && !/^(?:and )?(?:et al|others)$/iu.test(name))
    .map((name) => {
      const [, family, initials] = /^(.+?)\s+(\p{Lu}(?:[-. ]?\p{Lu}){0,3})$/u.exec(name) ?? [];
      if (!family || !initials) return { family: name };
      return { family, given: [...initials.replace(/[-. ]/gu, '')].map((letter) => `${letter}.`).join(' ') };
    });
}

/** A paper, though its journal may not be known: it has authors and a title of its own. */
function isArticle({ journal, authors, title }: Study): boolean {
  return journal !== undefined || (authors !== undefined && title !== undefined);
}

function notesOf({ pmid, pmcid, registration, notice }: Study): readonly string[] {
  const notes = [
    pmid && `PMID: ${pmid}`,
    pmcid && `PMCID: ${pmcid}`,
    registration && `Registration: ${registration}`,
    notice,
  ];
  return notes.filter((note): note is string => Boolean(note));
}

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX takes for text. */
function tex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/gu, (sign) => texSigns[sign] ?? `\\${sign}`);
}
