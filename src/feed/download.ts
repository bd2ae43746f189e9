/** One request to the host of the feed: it says nothing of the reader, and takes no more time and bytes than a feed may need. */
import { FeedError } from './feed-error.ts';
import { limits } from './limits.ts';

/** The feed as the host has it, and the host's mark for this state of it. */
export interface Download {
  readonly text: string;
  readonly etag: string | undefined;
}

/** The browser's `fetch`. */
export type Send = (url: string, request: RequestInit) => Promise<Response>;

/** Fetches the feed; undefined where the host says that it is the same as at `etag`. */
export async function download(
  url: string,
  etag: string | undefined,
  send: Send,
): Promise<Download | undefined> {
  const patience = AbortSignal.timeout(limits.patience);
  try {
    const response = await send(url, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: etag === undefined ? {} : { 'if-none-match': etag },
      signal: patience,
    });
    if (response.status === 304 && etag !== undefined) return undefined;
    refuseOthers(response);
    return { text: await readText(response), etag: markOf(response) };
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError(patience.aborted ? 'slow' : 'offline');
  }
}

/** Answers by which a network says that it stands between us and the host. */
const between = [401, 403, 407, 451, 511];

function refuseOthers(response: Response): void {
  const { status, type } = response;
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  if (isRedirect || between.includes(status)) throw new FeedError('blocked', `status ${status}`);
  if (status !== 200) throw new FeedError('unavailable', `status ${status}`);
}

/** Reads no byte beyond the limit, whatever the host announces or a compressed answer unfolds to. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let read = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    read += value.length;
    if (read > limits.bytes) {
      await reader?.cancel();
      throw new FeedError('too-large');
    }
    text += decoded(() => decoder.decode(value, { stream: true }));
  }
  text += decoded(() => decoder.decode());
  // A sign-in page of a hotel's network, say, in place of the feed
  if (text.trimStart().startsWith('<')) throw new FeedError('blocked', 'a page in place of the feed');
  return text;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new FeedError('malformed', 'no UTF-8');
  }
}

function markOf(response: Response): string | undefined {
  const etag = response.headers.get('etag');
  return etag !== null && /^(W\/)?"[\x21\x23-\x7e]{1,100}"$/.test(etag) ? etag : undefined;
}
