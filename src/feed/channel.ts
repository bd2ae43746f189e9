/** Where updates come from and whose signatures count: fixed when the extension is built, and by nothing afterwards. */
import { bytesOf } from './base64.ts';
import type { Trust } from './envelope.ts';

export interface Channel extends Trust {
  readonly url: string;
}

/** What a build sets, by environment or `.env`. */
export interface ChannelVariables {
  /** https address of `feed.json` */
  readonly WXT_FEED_URL?: string | undefined;
  /** public keys in base64, separated by commas or spaces */
  readonly WXT_FEED_KEYS?: string | undefined;
  /** how many different keys must have signed; 1 where it is not said */
  readonly WXT_FEED_THRESHOLD?: string | undefined;
}

/** The channel of this build; undefined where it has none. Throws on one that could never work: the build then fails. */
export function readChannel(variables: ChannelVariables): Channel | undefined {
  const { WXT_FEED_URL: address, WXT_FEED_KEYS: listed, WXT_FEED_THRESHOLD: least } = variables;
  if (!address) return undefined;
  const url = URL.parse(address);
  const isLoopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (!url || (url.protocol !== 'https:' && !isLoopback))
    throw new Error(`WXT_FEED_URL must be https: ${address}`);
  const trust = readTrust(listed ?? '', least ?? '1');
  return { url: url.href, ...trust };
}

/** Keys and threshold as text. */
export function readTrust(listed: string, least: string): Trust {
  const keys = [...new Set(listed.split(/[\s,]+/).filter(Boolean))];
  for (const key of keys) {
    if (bytesOf(key)?.length !== 32) throw new Error(`this is no Ed25519 public key in base64: ${key}`);
  }
  const threshold = Number(least);
  if (!keys.length) throw new Error('no public key is given');
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > keys.length) {
    throw new Error(`a threshold of "${least}" does not go with ${keys.length} keys`);
  }
  return { keys, threshold };
}
