/** The publisher's half of the envelope: keys in files, signatures by Node's own Ed25519. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { type Envelope, payloadType, signedBytes } from '../feed/envelope.ts';

/** A new private key as PKCS#8 PEM, locked with a passphrase where there is one. */
export function newPrivateKey(passphrase: string | undefined): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const form = { type: 'pkcs8', format: 'pem' } as const;
  return privateKey.export(passphrase ? { ...form, cipher: 'aes-256-cbc', passphrase } : form).toString();
}

/** Reads a private key; throws where the passphrase does not fit or it is no Ed25519 key. */
export function readPrivateKey(pem: string, passphrase: string | undefined): KeyObject {
  const key = createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('this is no Ed25519 key');
  return key;
}

/** The public half: 32 bytes in base64, as extensions pin it. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
}

/** A short name of a public key for people to compare. */
export function keyName(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

/** An envelope that nobody has signed yet. */
export function unsigned(payload: string): Envelope {
  return { payloadType, payload: Buffer.from(payload).toString('base64'), signatures: [] };
}

/** The envelope with this key's signature, in place of an earlier one by the same key. */
export function withSignature(envelope: Envelope, key: KeyObject): Envelope {
  const keyid = keyName(publicKeyOf(key));
  const message = signedBytes(new Uint8Array(Buffer.from(envelope.payload, 'base64')));
  const others = envelope.signatures.filter((one) => one.keyid !== keyid);
  return {
    ...envelope,
    signatures: [...others, { keyid, sig: sign(null, message, key).toString('base64') }],
  };
}
