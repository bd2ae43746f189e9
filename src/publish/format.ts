/** `npm run database:format`: rewrites the authored claims and studies in their canonical form. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { claimSchema, studySchema } from '../database/schema.ts';
import { canonicalText, yamlFiles } from './read-database.ts';

const folder = join(import.meta.dirname, '../database');
for (const [name, schema] of [
  ['claims', claimSchema],
  ['studies', studySchema],
] as const) {
  for (const path of yamlFiles(join(folder, name))) {
    const text = readFileSync(path, 'utf8');
    const canonical = canonicalText(parse(text), schema);
    if (canonical !== text) {
      writeFileSync(path, canonical);
      console.log(`rewrote ${path}`);
    }
  }
}
