/** `npm run feed:serve`: serves `public/` on this machine, as a static host would, for trying an update by hand. */
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import sirv from 'sirv';
import { feedFolder, optionsOf, runCommand } from './feed-folder.ts';

await runCommand(() => {
  const { folder, port = '8787' } = optionsOf(['folder', 'port']);
  const serve = sirv(dirname(feedFolder(folder).published), { dev: true, etag: true });
  const server = createServer((request, response) => {
    serve(request, response, () => void response.writeHead(404).end());
  });
  server.on('error', ({ message }) => {
    console.error(message);
    process.exitCode = 1;
  });
  server.listen(Number(port), '127.0.0.1', () => {
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/feed.json`;
    console.log(`${url}\nAn extension that looks here: WXT_FEED_URL=${url} WXT_FEED_KEYS=... npm run build`);
  });
});
