/**
 * `npm run feed:verify -- [FILE or URL]`: reads the feed as a reader's browser would, by the same code, and says what the reader would
 * be told. Without a name it takes what stands in `public/`. Keys and threshold: `--keys`, `--threshold`, or as the build has them.
 */
import { readFileSync } from 'node:fs';
import { readTrust } from '../feed/channel.ts';
import { createKeeper } from '../feed/keeper.ts';
import { verified } from '../feed/update.ts';
import { compileDatabase } from './compile-database.ts';
import { describeEdition } from './describe-edition.ts';
import { feedFolder, optionsOf, pathOf, runCommand } from './feed-folder.ts';

await runCommand(async () => {
  const options = optionsOf(['folder', 'keys', 'threshold']);
  const { WXT_FEED_KEYS, WXT_FEED_THRESHOLD } = process.env;
  const trust = readTrust(
    options.keys ?? WXT_FEED_KEYS ?? '',
    options.threshold ?? WXT_FEED_THRESHOLD ?? '1',
  );
  const place = options.rest[0] ?? feedFolder(options.folder).published;
  const isOnline = /^https?:/.test(place);
  const bundled = compileDatabase();
  let kept: string | undefined;
  let record: unknown;
  const keeper = createKeeper({
    shelf: {
      readBundled: async () => bundled,
      readFeed: async () => undefined,
      storeFeed: async ({ text }) => {
        kept = text;
      },
      readRecord: async () => record,
      storeRecord: async (next) => {
        record = next;
      },
    },
    channel: { url: place, ...trust },
    send: isOnline ? fetch : async () => new Response(readFileSync(pathOf(place), 'utf8')),
    now: Date.now,
    chance: Math.random,
    changed: () => undefined,
  });
  const { state } = await keeper.check();
  if (state !== 'up-to-date' || !kept) throw new Error(`A reader’s browser would refuse it: ${state}`);
  console.log(describeEdition(await verified(kept, trust), kept, undefined));
  console.log('\nA reader’s browser would take it.');
});
