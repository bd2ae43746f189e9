/**
 * `npm run feed:sign -- --key FILE`: shows what the draft says, and adds this key's signature. With enough signatures it is published
 * into `public/`; else the draft goes to the next signer, who runs the same command. The key may be named by LDN_LENS_KEY, its
 * passphrase by LDN_LENS_PASSPHRASE; WXT_FEED_THRESHOLD or `--threshold` says how many signatures it takes.
 */
import { readFileSync } from 'node:fs';
import type { Edition } from '../feed/edition.ts';
import { type Envelope, signersOf } from '../feed/envelope.ts';
import { isPast } from '../feed/update.ts';
import { describeEdition } from './describe-edition.ts';
import {
  editionIn,
  feedFolder,
  hostHeaders,
  optionsOf,
  pathOf,
  readEnvelope,
  runCommand,
  writeWhole,
} from './feed-folder.ts';
import { keyName, publicKeyOf, readPrivateKey, withSignature } from './signing.ts';

await runCommand(async () => {
  const options = optionsOf(['folder', 'key', 'threshold']);
  const { draft, published, headers } = feedFolder(options.folder);
  const envelope = readEnvelope(draft);
  if (!envelope) throw new Error(`there is no ${draft}: run "npm run feed:build" first`);
  const before = readEnvelope(published);
  const edition = mustBeWorthSigning(envelope, before && editionIn(before));
  const key = readPrivateKey(keyText(options.key), process.env.LDN_LENS_PASSPHRASE);
  const signed = withSignature(envelope, key);
  const text = JSON.stringify(signed);
  console.log(describeEdition(edition, text, before && editionIn(before)));
  const bytes = new Uint8Array(Buffer.from(signed.payload, 'base64'));
  if (!(await signersOf(signed, bytes, [publicKeyOf(key)])).length)
    throw new Error('the signature does not verify');
  writeWhole(draft, text);
  console.log(
    `\nsigned by   ${signed.signatures.map(({ keyid }) => keyid).join(', ')} (this key: ${keyName(publicKeyOf(key))})`,
  );

  const threshold = Number(options.threshold ?? process.env.WXT_FEED_THRESHOLD ?? '1');
  if (signed.signatures.length < threshold) {
    console.log(`${signed.signatures.length} of ${threshold} signatures: hand ${draft} to the next signer.`);
    return;
  }
  writeWhole(published, text);
  writeWhole(headers, hostHeaders);
  console.log(`wrote ${published}\nNow look at it as a reader’s browser would: npm run feed:verify`);
});

function keyText(typed: string | undefined): string {
  const path = typed ?? process.env.LDN_LENS_KEY;
  if (!path) throw new Error('which key? --key FILE, or LDN_LENS_KEY');
  return readFileSync(pathOf(path), 'utf8');
}

function mustBeWorthSigning(draft: Envelope, before: Edition | undefined): Edition {
  const edition = editionIn(draft);
  if (isPast(edition.expires, Date.now()))
    throw new Error('the draft has expired: run "npm run feed:build" again');
  if (before && edition.database.version < before.database.version) {
    throw new Error(
      `version ${before.database.version} is published already: run "npm run feed:build" again`,
    );
  }
  return edition;
}
