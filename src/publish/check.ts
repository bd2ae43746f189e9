/** `npm run database:check`: says what is wrong with the authored files, or that nothing is. */
import { join } from 'node:path';
import { checkDatabase } from './check-database.ts';
import { readAuthored } from './read-database.ts';

const authored = readAuthored(join(import.meta.dirname, '../database'));
const complaints = [...authored.complaints, ...checkDatabase(authored)];
for (const complaint of complaints) console.error(complaint);
console.log(
  `${authored.claims.length} claims, ${authored.studies.length} studies, ${authored.concepts.length} concepts: ` +
    (complaints.length ? `${complaints.length} complaints` : 'all in order'),
);
process.exitCode = complaints.length ? 1 : 0;
