/** What the schema's checker found, in the words of a person who edits the files. */
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** "rating: must be one of …, not "proven"". Needs issues that were made with `reportInput`. */
export function inPlainWords(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return placed(issue.path, `there is no such key as ${keys}; is it misspelt?`);
  }
  return placed(issue.path, issue.input === undefined ? 'is missing' : wrong(issue));
}

function wrong(issue: Issue): string {
  if (issue.code === 'invalid_value') {
    const [first, ...others] = issue.values.map((value) => `"${String(value)}"`);
    const allowed = others.length ? `one of ${[first, ...others].join(', ')}` : first;
    return `must be ${allowed}, not "${String(issue.input)}"`;
  }
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return `must be a day that exists, such as 2026-11-22, not "${String(issue.input)}"`;
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text (put it in quotes if it looks like a number or holds ": ")',
  number: 'a number such as -0.34, without unit or quotes',
  int: 'a whole number, without unit or quotes',
  array: 'a list: each item on a line of its own, after "- "',
  object: 'a group of keys with their values',
};

/** "figures > 2 > text" counts from one, as people do. */
function placed(path: readonly PropertyKey[], text: string): string {
  const place = path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' > ');
  return place ? `${place}: ${text}` : text;
}
