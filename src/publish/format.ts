/** `npm run database:format`: rewrites the authored files in their canonical form. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { claimSchema, conceptSchema, studySchema } from '../database/schema.ts';
import { canonicalText } from './canonical-form.ts';
import { readYaml, yamlFiles } from './read-database.ts';

const folder = relative(process.cwd(), join(import.meta.dirname, '../database'));
const complaints: string[] = [];
for (const [name, schema] of [
  ['claims', claimSchema],
  ['studies', studySchema],
  ['concepts', conceptSchema],
] as const) {
  for (const path of yamlFiles(join(folder, name))) {
    const file = readYaml(path, complaints);
    if (!file) continue;
    const canonical = canonicalText(file.document, schema);
    if (canonical === file.text) continue;
    writeFileSync(path, canonical);
    console.log(`rewrote ${path}`);
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length ? 1 : 0;
