/**
 * The signed envelope: DSSE 1.0.2. The bytes are signed as they are, with their type and length, so nothing is parsed before it is
 * verified but the envelope itself. Ed25519 by the browser's own WebCrypto.
 */
import * as z from 'zod';
import { bytesOf } from './base64.ts';
import { FeedError } from './feed-error.ts';
import { limits } from './limits.ts';

/** What the payload is; part of what is signed. */
export const payloadType = 'application/vnd.ldn-lens.feed+json';

/** Whose signatures count, and how many of them it takes. */
export interface Trust {
  /** Ed25519 public keys, 32 bytes each, in base64 */
  readonly keys: readonly string[];
  readonly threshold: number;
}

const envelopeSchema = z.object({
  payloadType: z.literal(payloadType),
  payload: z.string(),
  /** `keyid` is a hint that nobody signed: it is for people, and nothing hangs on it */
  signatures: z
    .array(z.object({ keyid: z.string().max(200).optional(), sig: z.string().max(200) }))
    .max(limits.signatures),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** Reads the envelope's shape, and believes nothing in it yet. */
export function parseEnvelope(text: string): Envelope {
  try {
    return envelopeSchema.parse(JSON.parse(text));
  } catch {
    throw new FeedError('malformed', 'no envelope');
  }
}

/** The signed bytes of an envelope, once enough different trusted keys have signed them. */
export async function openEnvelope(text: string, trust: Trust): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = parseEnvelope(text);
  const payload = bytesOf(envelope.payload);
  if (!payload) throw new FeedError('malformed', 'the payload is no base64');
  const signed = await signersOf(envelope, payload, trust.keys);
  // A threshold below one would let anything through
  if (signed.length < Math.max(1, trust.threshold)) throw new FeedError('bad-signature');
  return payload;
}

/** Which of these keys have signed. Keys are counted, never signatures or key ids: one key stated twice is one. */
export async function signersOf(
  { signatures }: Envelope,
  payload: Uint8Array<ArrayBuffer>,
  keys: readonly string[],
): Promise<string[]> {
  const message = signedBytes(payload);
  const sigs = signatures.flatMap(({ sig }) => bytesOf(sig) ?? []);
  const signers: string[] = [];
  for (const key of new Set(keys)) {
    if (await hasSigned(key, sigs, message)) signers.push(key);
  }
  return signers;
}

/** What a signature covers: type, length and bytes, in DSSE's pre-authentication encoding. */
export function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

async function hasSigned(
  key: string,
  sigs: readonly Uint8Array<ArrayBuffer>[],
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = bytesOf(key);
  if (raw?.length !== 32) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    for (const sig of sigs) {
      if (await crypto.subtle.verify('Ed25519', imported, sig, message)) return true;
    }
    return false;
  } catch {
    return false; // no point on the curve, or a browser without Ed25519: nothing is proven, so nothing counts
  }
}
