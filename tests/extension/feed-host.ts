/** A host for the feed, on this machine only: it answers as a test says, well or badly, and notes who asked for what. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FeedHost {
  readonly url: string;
  /** what came in, oldest first */
  readonly requests: IncomingMessage[];
  /** how many bytes of bodies went out */
  sent(): number;
  /** From now on everyone gets this. */
  answer(listener: RequestListener): void;
  /** Publishes a feed as static hosts do: with a mark, and "the same" to whom has it. */
  publish(feed: string): void;
  /** Goes away, and comes back at the same address. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a host that has no feed yet. */
export async function startFeedHost(): Promise<FeedHost> {
  let listener: RequestListener = (_, response) => void response.writeHead(404).end();
  let sent = 0;
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const { socket } = response;
    const before = socket?.bytesWritten ?? 0;
    response.on('close', () => {
      sent += (socket?.bytesWritten ?? 0) - before;
    });
    listener(request, response);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/feed.json`,
    requests,
    sent: () => sent,
    answer: (next) => {
      listener = next;
    },
    publish: (feed) => {
      const etag = `"${feed.length}-${feed.slice(-60, -40).replace(/[^\w]/g, '')}"`;
      listener = (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'application/json', etag }).end(feed);
      };
    },
    leave: close,
    comeBack: () => listen(port),
    close,
  };
}
