/**
 * `npm run feed:keys -- FILE`: makes a signing key in a file outside of the repository, and prints its public half. With a passphrase
 * in LDN_LENS_PASSPHRASE the file is locked by it.
 */
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { optionsOf, pathOf, runCommand } from './feed-folder.ts';
import { keyName, newPrivateKey, publicKeyOf, readPrivateKey } from './signing.ts';

await runCommand(() => {
  const { rest } = optionsOf([]);
  const [typed] = rest;
  if (!typed) throw new Error('usage: npm run feed:keys -- FILE   (a file outside of the repository)');
  const file = safePlace(pathOf(typed));
  const passphrase = process.env.LDN_LENS_PASSPHRASE;
  const pem = newPrivateKey(passphrase);
  // "wx": a key is never written over another
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  const publicKey = publicKeyOf(readPrivateKey(pem, passphrase));
  console.log(`private key   ${file}${passphrase ? ' (locked with the passphrase)' : ' (not locked)'}`);
  console.log(`public key    ${publicKey}`);
  console.log(`its name      ${keyName(publicKey)}`);
});

/** The path with links followed; throws inside the repository, where a key would sooner or later be published. */
function safePlace(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const real = join(realpathSync(dirname(path)), basename(path));
  const repository = realpathSync(join(import.meta.dirname, '../..'));
  if (!relative(repository, real).startsWith('..'))
    throw new Error(`keys do not belong into the repository: ${real}`);
  if (existsSync(real)) throw new Error(`there is a file already: ${real}`);
  return real;
}
