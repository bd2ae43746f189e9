/**
 * `npm run feed:verify -- [FILE or URL]`: reads the feed as a reader's browser would, by the same code and in the same order, and says
 * whether it would be taken. Without a name it takes what stands in `public/`. Keys and threshold: `--keys`, `--threshold`, or as the
 * build has them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { readTrust } from '../feed/channel.ts';
import { download } from '../feed/download.ts';
import { FeedError } from '../feed/feed-error.ts';
import { mayFollow, verified } from '../feed/update.ts';
import { describeEdition } from './describe-edition.ts';
import { feedFolder, optionsOf, pathOf, runCommand } from './feed-folder.ts';

const editionFile = join(import.meta.dirname, '../database/edition.yaml');

await runCommand(async () => {
  const options = optionsOf(['folder', 'keys', 'threshold', 'installed']);
  const { WXT_FEED_KEYS, WXT_FEED_THRESHOLD } = process.env;
  const trust = readTrust(
    options.keys ?? WXT_FEED_KEYS ?? '',
    options.threshold ?? WXT_FEED_THRESHOLD ?? '1',
  );
  const place = options.rest[0] ?? feedFolder(options.folder).published;
  try {
    const feed = await download(place, undefined, /^https?:/.test(place) ? fetch : readFromDisk);
    if (!feed) throw new FeedError('unavailable');
    const edition = await verified(feed.text, trust);
    mayFollow(edition, { version: numberOf(options.installed) }, Date.now());
    console.log(describeEdition(edition, feed.text, undefined));
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new Error(`A reader’s browser would refuse it: ${error.message}`);
  }
  console.log('\nA reader’s browser would take it.');
});

async function readFromDisk(place: string): Promise<Response> {
  return new Response(readFileSync(pathOf(place)));
}

/** What the reader has: the version of this checkout, if not said otherwise. */
function numberOf(installed: string | undefined): number {
  const { version } = z.object({ version: z.int() }).parse(parse(readFileSync(editionFile, 'utf8')));
  return installed === undefined ? version : Number(installed);
}
