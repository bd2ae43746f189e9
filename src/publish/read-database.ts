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
  databaseSchema,
  type Study,
  studySchema,
} from '../database/schema.ts';
import { canonicalText, type Shape } from './canonical-form.ts';
import { inPlainWords } from './plain-words.ts';
import { yamlFault } from './yaml-words.ts';

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
  checkEdition(join(folder, 'edition.yaml'), complaints);
  return { claims, studies, concepts, complaints };
}

function readEntries<T extends { id: string }>(
  folder: string,
  schema: z.ZodType<T> & Shape,
  complaints: string[],
): T[] {
  checkNames(folder, complaints);
  return yamlFiles(folder).flatMap((path) => {
    const file = readYaml(path, complaints);
    if (!file) return [];
    const entry = check(file.raw, schema, path, complaints);
    if (!entry) return [];
    if (`${entry.id}.yaml` !== basename(path))
      complaints.push(`${path}: the file must be named ${entry.id}.yaml`);
    checkForm(file, schema, path, complaints);
    return [entry];
  });
}

function readLists<T>(folder: string, schema: z.ZodType<T> & Shape, complaints: string[]): T[] {
  checkNames(folder, complaints);
  return yamlFiles(folder).flatMap((path) => {
    const file = readYaml(path, complaints);
    if (!file) return [];
    if (!Array.isArray(file.raw)) {
      complaints.push(`${path}: must be a list: each entry begins with "- id: "`);
      return [];
    }
    const entries = file.raw.map((one) => check(one, schema, path, complaints));
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

const editionSchema = databaseSchema.pick({ version: true, date: true, searchedTo: true });

function checkEdition(path: string, complaints: string[]): void {
  const file = readYaml(path, complaints);
  if (file) check(file.raw, editionSchema, path, complaints);
}

/** Files that nobody would read: "fm.pain.yml", a copy that an editor left behind. */
function checkNames(folder: string, complaints: string[]): void {
  for (const name of readdirSync(folder))
    if (!name.endsWith('.yaml'))
      complaints.push(`${join(folder, name)}: only files named ….yaml are read; rename or remove it`);
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
  readonly raw: unknown;
}

/** Reads a file; undefined, and a complaint, where it holds nothing that can be read. */
export function readYaml(path: string, complaints: string[]): AuthoredFile | undefined {
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text);
  const fault = yamlFault(text, document);
  if (fault) complaints.push(`${path}: ${fault}`);
  else if (!isCollection(document.contents)) complaints.push(`${path}: holds no entry`);
  else return { text, document, raw: document.toJS() };
  return undefined;
}

function check<T>(raw: unknown, schema: z.ZodType<T>, path: string, complaints: string[]): T | undefined {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  complaints.push(...new Set(result.error.issues.map((issue) => `${path}: ${inPlainWords(issue)}`)));
  return undefined;
}
