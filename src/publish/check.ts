/** `npm run database:check`: says what is wrong with the authored files, or that nothing is. */
import { join, relative } from 'node:path';
import { checkDatabase } from './check-database.ts';
import { readAuthored } from './read-database.ts';

const authored = readAuthored(relative(process.cwd(), join(import.meta.dirname, '../database')));
// An entry that cannot be read is missed by all that name it: those complaints would bury the one that matters.
const complaints = authored.complaints.length ? authored.complaints : checkDatabase(authored);
for (const complaint of complaints) console.error(complaint);
console.log(
  `${authored.claims.length} claims, ${authored.studies.length} studies, ${authored.concepts.length} concepts: ` +
    (complaints.length ? `${complaints.length} to mend` : 'all in order'),
);
process.exitCode = complaints.length ? 1 : 0;
