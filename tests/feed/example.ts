/** Feeds as publishers make them, and readers as they are installed: true keys, true signatures, true rules. */
import type { Database } from '../../src/database/schema.ts';
import { base64Of } from '../../src/feed/base64.ts';
import type { Download, Send } from '../../src/feed/download.ts';
import { payloadType, signedBytes } from '../../src/feed/envelope.ts';
import { createKeeper, type Keeper, type Shelf } from '../../src/feed/keeper.ts';
import { claim, database as exampleDatabase } from '../ui/example.ts';

/** A key pair of one signer. */
export interface Signer {
  readonly publicKey: string;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

export async function newSigner(): Promise<Signer> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('no key pair');
  return {
    publicKey: base64Of(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    sign: async (bytes) =>
      base64Of(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes))),
  };
}

export const day = 86_400_000;
/** The day on which the tests take place. */
export const today = Date.parse('2026-12-01T12:00:00Z');

/** A small sound database of a version. */
export function databaseOf(version: number, more: Partial<Database> = {}): Database {
  const concepts: Database['concepts'] = [
    { id: 'fibromyalgia', role: 'condition', name: 'fibromyalgia', terms: ['fibromyalgia'] },
    { id: 'pain', role: 'outcome', name: 'pain', terms: ['pain'] },
  ];
  return { ...exampleDatabase([claim()], []), version, date: '2026-11-22', concepts, ...more };
}

/** What a payload holds before it is written and signed. */
export function editionOf(version: number, more: object = {}): object {
  return {
    format: 1,
    issued: new Date(today - day).toISOString(),
    expires: new Date(today + 89 * day).toISOString(),
    database: databaseOf(version),
    ...more,
  };
}

/** A payload in an envelope with these signatures. */
export async function sealed(payload: object | string, signers: readonly Signer[]): Promise<string> {
  const bytes = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const signatures = await Promise.all(
    signers.map(async (signer, i) => ({ keyid: `${i}`, sig: await signer.sign(signedBytes(bytes)) })),
  );
  return JSON.stringify({ payloadType, payload: base64Of(bytes), signatures });
}

/** An extension's storage, which a test can look into and spoil. */
export interface Disk {
  bundled: unknown;
  feed: unknown;
  record: unknown;
}

export interface Reader {
  readonly disk: Disk;
  /** the worker of the moment; `restart` gives another on the same disk */
  keeper: Keeper;
  restart(): void;
  /** versions that open pages were told of */
  readonly told: number[];
}

export interface ReaderSetting {
  readonly keys: readonly string[];
  readonly threshold?: number;
  readonly bundled?: unknown;
  readonly send: Send;
  readonly now?: () => number;
  /** stands before the shelf: may fail, or never come back */
  readonly shelf?: (shelf: Shelf) => Shelf;
}

/** An installed extension. */
export function newReader({
  keys,
  threshold = 1,
  bundled = databaseOf(5),
  send,
  now,
  shelf,
}: ReaderSetting): Reader {
  const disk: Disk = { bundled, feed: undefined, record: undefined };
  const plain: Shelf = {
    readBundled: async () => disk.bundled,
    readFeed: async () => disk.feed,
    storeFeed: async (feed: Download) => {
      disk.feed = feed;
    },
    readRecord: async () => disk.record,
    storeRecord: async (record) => {
      disk.record = record;
    },
  };
  const told: number[] = [];
  const start = () =>
    createKeeper({
      shelf: shelf ? shelf(plain) : plain,
      channel: { url: 'https://feed.example/feed.json', keys, threshold },
      send,
      now: now ?? (() => today),
      chance: () => 0.5,
      changed: ({ version }) => void told.push(version),
    });
  const reader: Reader = {
    disk,
    told,
    keeper: start(),
    restart: () => {
      reader.keeper = start();
    },
  };
  return reader;
}

/** A host that gives this body to everyone. */
export function hostOf(body: string | Response | (() => Promise<Response>)): Send {
  return async () => {
    if (typeof body === 'function') return body();
    return typeof body === 'string' ? new Response(body) : body.clone();
  };
}
