/** A link to the very sentence: a text fragment that browsers find in the page. Pure. */

/** A place on a page: its words, where they stand, and, where the same words stand elsewhere too, what tells them apart. */
export interface Place {
  readonly quote: string;
  readonly address: string;
  /** what stands right before and after, in the same paragraph */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** the page says the same words elsewhere too */
  readonly isRepeated?: boolean | undefined;
}

/** Browsers look for a text of this many characters as a whole; a longer one is named by its ends. */
const longest = 300;
/** How many words make an end. */
const wordsAtEnd = 10;

/** The page's address, with the sentence as a text fragment. What the address itself says after "#" stays: it may name the page. */
export function sentenceAddress(place: Place): string {
  const address = place.address.replace(/#?:~:.*$/su, '');
  const [text, isWhole] = searched(place);
  if (!text) return address;
  const isToldApart = isWhole && place.isRepeated === true;
  const prefix = isToldApart ? lastLine(place.before) : '';
  const suffix = isToldApart ? firstLine(place.after) : '';
  const directive = [
    prefix && `${encoded(prefix)}-`,
    ...ends(text).map(encoded),
    suffix && `-${encoded(suffix)}`,
  ];
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive.filter(Boolean).join(',')}`;
}

/** What to look for: a text that goes on in another cell or line is found by its longest piece; and whether that is all of it. */
function searched({ quote, after = '' }: Place): readonly [string, boolean] {
  const pieces = quote
    .split(/[\t\n]/u)
    .map(flat)
    .filter(Boolean);
  const text = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  // the number of a footnote sticks to the last word, and browsers look for whole words
  const words = text.split(' ');
  if (/^\s?\d/u.test(after) && text === pieces.at(-1) && words.length > 3)
    return [words.slice(0, -1).join(' '), false];
  return [text, pieces.length === 1];
}

function ends(text: string): readonly string[] {
  const words = text.split(' ');
  if (text.length <= longest || words.length <= 2 * wordsAtEnd) return [text];
  return [words.slice(0, wordsAtEnd).join(' '), words.slice(-wordsAtEnd).join(' ')];
}

function lastLine(text = ''): string {
  return flat(text.split(/[\t\n]/u).at(-1) ?? '');
}

function firstLine(text = ''): string {
  return flat(text.split(/[\t\n]/u)[0] ?? '');
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** In a fragment "-" and "," have a meaning of their own; brackets would end a link in Markdown. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-()]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
