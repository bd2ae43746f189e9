/** Finds all terms of the database in one pass over the words, whatever their number. */
import type { Concept } from '../database/schema.ts';
import { amountsIn } from './amounts.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** A concept's words in a text: words `from` (inclusive) to `to` (exclusive). */
export interface Hit {
  readonly concept: Concept;
  readonly from: number;
  readonly to: number;
}

/** Terms as a tree of words; a term's last word may stand for any ending (`*`), a word may have to be in capitals (`=ME`). */
interface Node {
  readonly next: Map<string, Node>;
  readonly prefixes: Map<string, Node>;
  readonly concepts: Concept[];
}

export type ConceptFinder = (words: readonly Word[]) => Hit[];

/** The shortest beginning that may stand for any ending: `ms*` would match too much. */
const shortestPrefix = 2;

/**
 * Prepares the terms. The finder answers with hits in order of place; a hit that lies within a longer one is left
 * out ("fatigue" in "chronic fatigue syndrome"), but for cues ("no" in "no known interactions"); words for the contrary of a claim leave all others in place. Time is linear in the words: no term is longer than a few.
 */
export function createConceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const root = emptyNode();
  for (const concept of concepts) for (const term of concept.terms) addTerm(root, term, concept);
  const amounts = concepts.filter(({ milligrams }) => milligrams);
  return (words) => [...withoutContained(allHits(root, words)), ...amountsIn(words, amounts)];
}

function emptyNode(): Node {
  return { next: new Map(), prefixes: new Map(), concepts: [] };
}

function addTerm(root: Node, term: string, concept: Concept): void {
  let node = root;
  for (const part of term.trim().split(/\s+/)) {
    const isPrefix = part.endsWith('*');
    const words = wordsOf(isPrefix ? part.slice(0, -1) : part);
    for (const [i, word] of words.entries()) {
      const key = part.startsWith('=') ? `=${word.text}` : word.text;
      node = child(isPrefix && i === words.length - 1 ? node.prefixes : node.next, key);
    }
  }
  if (node !== root && !node.concepts.includes(concept)) node.concepts.push(concept);
}

function child(children: Map<string, Node>, key: string): Node {
  let node = children.get(key);
  if (!node) {
    node = emptyNode();
    children.set(key, node);
  }
  return node;
}

function allHits(root: Node, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < words.length; from++) {
    const longest = new Map<Concept, number>();
    follow(root, words, from, longest);
    for (const [concept, to] of longest) hits.push({ concept, from, to });
  }
  return hits;
}

function follow(node: Node, words: readonly Word[], at: number, longest: Map<Concept, number>): void {
  for (const concept of node.concepts) longest.set(concept, Math.max(at, longest.get(concept) ?? 0));
  const word = words[at];
  if (!word) return;
  const exact = node.next.get(word.text);
  if (exact) follow(exact, words, at + 1, longest);
  const capital = word.isCapital ? node.next.get(`=${word.text}`) : undefined;
  if (capital) follow(capital, words, at + 1, longest);
  if (!node.prefixes.size) return;
  for (let length = Math.min(word.text.length, 24); length >= shortestPrefix; length--) {
    const prefix = node.prefixes.get(word.text.slice(0, length));
    if (prefix) follow(prefix, words, at + 1, longest);
  }
}

function withoutContained(hits: readonly Hit[]): Hit[] {
  let reach = 0;
  let reachFrom = -1;
  const kept: Hit[] = [];
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const hit of sorted) {
    const isContained = hit.to <= reach && !(hit.from === reachFrom && hit.to === reach);
    const { role } = hit.concept;
    if (!isContained || role === 'cue' || role === 'contrary') kept.push(hit);
    if (hit.to > reach && role !== 'contrary') {
      reach = hit.to;
      reachFrom = hit.from;
    }
  }
  return kept;
}
