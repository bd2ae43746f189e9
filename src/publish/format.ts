/** `npm run database:format`: rewrites the authored claims and studies in their canonical form. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { claimSchema, studySchema } from '../database/schema.ts';
import { canonicalText, readYaml, yamlFiles } from './read-database.ts';

const folder = relative(process.cwd(), join(import.meta.dirname, '../database'));
const complaints: string[] = [];
for (const [name, schema] of [
  ['claims', claimSchema],
  ['studies', studySchema],
] as const) {
  for (const path of yamlFiles(join(folder, name))) {
    const [text, raw] = readYaml(path, complaints);
    const canonical = raw === undefined ? text : canonicalText(raw, schema);
    if (canonical !== text) {
      writeFileSync(path, canonical);
      console.log(`rewrote ${path}`);
    }
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length ? 1 : 0;
