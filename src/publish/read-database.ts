/** Authored files -> checked database. Every complaint names the file and says in plain words what is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, isCollection, parseDocument } from 'yaml';
import type * as z from 'zod';
import {
  type Claim,
  type Concept,
  claimSchema,
  conceptSchema,
  type Study,
  studySchema,
} from '../database/schema.ts';
import { canonicalText, type Shape } from './canonical-form.ts';
import { inPlainWords } from './plain-words.ts';

/** What the authored files hold, and what is wrong with them. */
export interface Authored {
  readonly claims: readonly Claim[];
  readonly studies: readonly Study[];
  readonly concepts: readonly Concept[];
  readonly complaints: readonly string[];
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
  schema: z.ZodType<T> & Shape,
  complaints: string[],
): T[] {
  return yamlFiles(folder).flatMap((path) => {
    const file = readYaml(path, complaints);
    if (!file) return [];
    const entry = check(file.document.toJS(), schema, path, complaints);
    if (!entry) return [];
    if (`${entry.id}.yaml` !== basename(path))
      complaints.push(`${path}: the file must be named ${entry.id}.yaml`);
    checkForm(file, schema, path, complaints);
    return [entry];
  });
}

function readLists<T>(folder: string, schema: z.ZodType<T> & Shape, complaints: string[]): T[] {
  return yamlFiles(folder).flatMap((path) => {
    const file = readYaml(path, complaints);
    if (!file) return [];
    const raw: unknown = file.document.toJS();
    if (!Array.isArray(raw)) {
      complaints.push(`${path}: must be a list`);
      return [];
    }
    const entries = raw.map((one) => check(one, schema, path, complaints));
    const good = entries.filter((entry) => entry !== undefined);
    if (good.length === entries.length) checkForm(file, schema, path, complaints);
    return good;
  });
}

function checkForm(
  { text, document }: AuthoredFile,
  schema: Shape,
  path: string,
  complaints: string[],
): void {
  if (text !== canonicalText(document, schema))
    complaints.push(`${path}: not in its usual form; "npm run database:format" puts it right`);
}

/** Paths of the folder's YAML files, in order of name. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** A file's text, and what it says. */
export interface AuthoredFile {
  readonly text: string;
  readonly document: Document;
}

/** Reads a file; undefined, and a complaint, where it holds nothing that can be read. */
export function readYaml(path: string, complaints: string[]): AuthoredFile | undefined {
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    complaints.push(
      `${path}: cannot be read: ${error.message.trim()}\n` +
        'Indent by two spaces, and put a text that holds ": " or begins with a sign in quotes.',
    );
    return undefined;
  }
  if (isCollection(document.contents)) return { text, document };
  complaints.push(`${path}: holds no entry`);
  return undefined;
}

function check<T>(raw: unknown, schema: z.ZodType<T>, path: string, complaints: string[]): T | undefined {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  complaints.push(...result.error.issues.map((issue) => `${path}: ${inPlainWords(issue)}`));
  return undefined;
}
