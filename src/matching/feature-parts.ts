/** What features are made of: places of hits to one another, stems of words, and the hashing of strings to weights. */
import type { Concept } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import { hashOf } from './linear.ts';
import type { ReadUnit } from './read-unit.ts';
import type { Word } from './words.ts';

/** Each feature's own number, mixed with that of each family that sees it. */
export function hashed(...families: (readonly [string, readonly string[]])[]): number[] {
  const known = new Map<string, number>();
  const features = new Set<number>();
  for (const [family, own] of families) {
    const seed = hashOf(family);
    for (const feature of own) {
      const number = known.get(feature) ?? hashOf(feature);
      known.set(feature, number);
      features.add(mix(number, seed));
    }
  }
  return [...features];
}

function mix(a: number, b: number): number {
  const mixed = Math.imul(a ^ (b >>> 3), 0x2c1b3c6d) ^ b;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Side, distance and clause of a hit as seen from another. */
export function placeOf(hit: Hit, from: Hit, read: ReadUnit): string {
  const isBefore = hit.from < from.from;
  const gap = isBefore ? from.from - hit.to : hit.from - from.to;
  const near = gap <= 0 ? 'next' : gap <= 3 ? 'near' : gap <= 9 ? 'mid' : 'far';
  const side = hit.from === from.from ? 'at' : isBefore ? 'before' : 'after';
  return `${side} ${near}${read.clauses[hit.from] === read.clauses[from.from] ? '' : ' elsewhere'}`;
}

/** The hit that stands nearest to an anchor. */
export function nearestTo(hits: readonly Hit[], anchor: Hit): Hit | undefined {
  let best: Hit | undefined;
  const gap = (hit: Hit) => (hit.from < anchor.from ? anchor.from - hit.to : hit.from - anchor.to + 1);
  for (const hit of hits) if (hit !== anchor && (!best || gap(hit) < gap(best))) best = hit;
  return best;
}

/** Whether a hit stands in a cell. */
export function isIn(cell: { readonly from: number; readonly to: number }, hit: Hit | undefined): boolean {
  return hit !== undefined && hit.from >= cell.from && hit.from < cell.to;
}

/** The stems of the header of the anchor's cell. */
export function headerWords(read: ReadUnit, candidate: Candidate): string[] {
  const cell = read.cells.find((one) => isIn(one, candidate.anchor));
  return cell ? cell.header.toLowerCase().split(/\W+/).filter(Boolean).map(stemOf) : [];
}

/** The stems of some words in order, with their places; marks are passed over. */
export function placedStems(words: readonly Word[]): { readonly stem: string; readonly at: number }[] {
  return words.flatMap((word, at) => (word.isMark ? [] : [{ stem: stemOf(word.text), at }]));
}

/** The stems of some words; marks are passed over. */
export function stemsIn(words: readonly Word[]): string[] {
  return placedStems(words).map(({ stem }) => stem);
}

/** The stems of a hit's words. */
export function stemsOf(read: ReadUnit, hit: Hit): string {
  return stemsIn(read.unit.words.slice(hit.from, hit.to)).join(' ');
}

/** A word without its commonest endings; numbers by size only. */
export function stemOf(word: string): string {
  if (/^\d/.test(word)) return Number(word) <= 12 ? '#low' : Number(word) <= 100 ? '#mid' : '#high';
  if (word.length <= 4) return word;
  return word.replace(/(?:ations?|ings?|edly|ies|ied|ed|es|s|ly|e)$/, '');
}

/** What a concept tells of whether a claim is made: kinds of doubt differ only in how firmly it is. */
export function senseOf({ role, isA, id }: Concept): string {
  return role === 'cue' && isA ? isA : id;
}
