/** Authored files -> checked database. Every complaint names the file and says in plain words what is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, isScalar, isSeq, parse, visit } from 'yaml';
import type * as z from 'zod';
import {
  type Claim,
  type Concept,
  claimSchema,
  conceptSchema,
  type Study,
  studySchema,
} from '../database/schema.ts';
import { inPlainWords } from './plain-words.ts';

/** What the authored files hold, and what is wrong with them. */
export interface Authored {
  readonly claims: readonly Claim[];
  readonly studies: readonly Study[];
  readonly concepts: readonly Concept[];
  readonly complaints: readonly string[];
}

/** Keys in the order in which a person reads an entry; the canonical form of a file. */
const keyOrder = (schema: { shape: Record<string, unknown> }) => Object.keys(schema.shape);

/** The canonical text of an authored entry: keys in the schema's order, lines wrapped at 110 characters. */
export function canonicalText(entry: unknown, schema: { shape: Record<string, unknown> }): string {
  const order = keyOrder(schema);
  const sort = (one: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(one).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  const sorted = Array.isArray(entry) ? entry.map(sort) : sort(entry as Record<string, unknown>);
  const document = new Document(sorted, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, { key, value }) => void (isScalar(key) && key.value === 'wordings' && inOneLineEach(value)),
  });
  return document.toString({ lineWidth: 110 });
}

/** Each item of a list on a line of its own, however deep it goes. */
function inOneLineEach(list: unknown): void {
  if (!isSeq(list)) return;
  for (const item of list.items) if (isSeq(item)) item.flow = true;
}

/**
 * Reads `claims/*.yaml`, `studies/*.yaml` (one entry a file, named after its id) and `concepts/*.yaml`
 * (a list a file) below `folder`. Entries that break the schema are left out and complained of.
 */
export function readAuthored(folder: string): Authored {
  const complaints: string[] = [];
  const claims = readEntries(join(folder, 'claims'), claimSchema, complaints);
  const studies = readEntries(join(folder, 'studies'), studySchema, complaints);
  const concepts = readLists(join(folder, 'concepts'), conceptSchema, complaints);
  return { claims, studies, concepts, complaints };
}

function readEntries<T extends { id: string }>(
  folder: string,
  schema: z.ZodType<T> & { shape: Record<string, unknown> },
  complaints: string[],
): T[] {
  return yamlFiles(folder).flatMap((path) => {
    const [text, raw] = readYaml(path, complaints);
    if (raw === undefined) return [];
    const entry = check(raw, schema, path, complaints);
    if (!entry) return [];
    if (`${entry.id}.yaml` !== basename(path))
      complaints.push(`${path}: the file must be named ${entry.id}.yaml`);
    if (text !== canonicalText(raw, schema))
      complaints.push(`${path}: not in canonical form; run "npm run database:format"`);
    return [entry];
  });
}

function readLists<T>(
  folder: string,
  schema: z.ZodType<T> & { shape: Record<string, unknown> },
  complaints: string[],
): T[] {
  return yamlFiles(folder).flatMap((path) => {
    const [, raw] = readYaml(path, complaints);
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      complaints.push(`${path}: must be a list`);
      return [];
    }
    return raw.flatMap((one) => check(one, schema, path, complaints) ?? []);
  });
}

/** Paths of the folder's YAML files, in order of name. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** A file's text and what it holds; undefined, and a complaint, where it holds nothing that can be read. */
export function readYaml(path: string, complaints: string[]): [string, unknown] {
  const text = readFileSync(path, 'utf8');
  try {
    const raw: unknown = parse(text);
    if (raw === null || typeof raw !== 'object') complaints.push(`${path}: holds no entry`);
    else return [text, raw];
  } catch (error) {
    complaints.push(
      `${path}: cannot be read: ${error instanceof Error ? error.message.trim() : error}\n` +
        'Indent by two spaces, and put a text that holds ": " or begins with a sign in quotes.',
    );
  }
  return [text, undefined];
}

function check<T>(raw: unknown, schema: z.ZodType<T>, path: string, complaints: string[]): T | undefined {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  complaints.push(...result.error.issues.map((issue) => `${path}: ${inPlainWords(issue)}`));
  return undefined;
}
