/** Why a file cannot be read, in the words of a person who edits it. */
import { type Document, LineCounter, visit, type YAMLError } from 'yaml';

const quotes = 'a text that holds ": " or " #", or begins with a sign such as * & @ %, stands in "quotes"';

/** What each of the reader's faults mostly comes from; any other is one of the usual two. */
const causes: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY: quotes,
  TAB_AS_INDENT: 'the line begins with a tab: indent with spaces, two for each step',
  BAD_INDENT: 'the line begins at another place than its neighbours, or an item of a list lacks its "- "',
  DUPLICATE_KEY: 'this key stands twice: keep one of them',
  MISSING_CHAR: 'a closing quote or bracket is missing here or further up, or ":" after a key',
  BAD_SCALAR_START: quotes,
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing after a key, or a closing quote further up',
  UNEXPECTED_TOKEN: `${quotes}; quotes within it must be the other kind, ' or "`,
};

/** "line 42 cannot be read: the line begins with a tab …", with the line itself; undefined where all can be read as it is meant. */
export function yamlFault(text: string, document: Document): string | undefined {
  const [error] = document.errors;
  if (error) {
    const cause = causes[error.code] ?? `${quotes}; lists and keys are indented by two spaces`;
    return at(text, error.pos[0], `cannot be read: ${cause}`);
  }
  const place = cutShort(document);
  return place === undefined
    ? undefined
    : at(text, place, 'is read only up to the "#": put the text in "quotes", or a note on a line of its own');
}

/** Where a text is followed by a note in the same line: most likely the "#" belongs to the text. */
function cutShort(document: Document): number | undefined {
  let place: number | undefined;
  visit(document, {
    Scalar: (_, { comment, range }) => {
      if (comment) place ??= range?.[0] ?? 0;
    },
  });
  return place;
}

function at(text: string, place: number, what: string): string {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  const { line } = lines.linePos(place);
  return `line ${line} ${what}\n    ${text.split(/\r?\n/u)[line - 1] ?? ''}`;
}
