/**
 * `npm run build [-- chrome|firefox]`: compiles the database into the package, then builds the extension for the
 * browsers named, or for both.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDatabase, DatabaseError } from './compile-database.ts';

const top = join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const browsers = wanted.length ? wanted : ['chrome', 'firefox'];

try {
  const database = compileDatabase();
  mkdirSync(join(top, 'public'), { recursive: true });
  writeFileSync(join(top, 'public/database.json'), JSON.stringify(database));
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  console.error(`${error.message}\nThe database has mistakes, so nothing was built.`);
  process.exit(1);
}

for (const browser of browsers) {
  const wxt = join(top, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '--browser', browser], {
    cwd: top,
    encoding: 'utf8',
  });
  if (status === 0) {
    console.log(`Built .output/${browser}-mv3`);
  } else {
    console.error(`${stdout}${stderr}`);
    process.exitCode = 1;
  }
}
