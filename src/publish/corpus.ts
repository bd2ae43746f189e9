/**
 * Annotated documents -> pages and gold. A document is Markdown with one unit a line; the claims that a unit makes stand in
 * braces at its end: `LDN may ease pain. {fm.pain hedges; safety.tolerated asserts?}` (`?`: annotators may differ; `asserts|hedges`: both right).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Stance } from '../database/schema.ts';
import type { Block, PageText, TextRange } from '../matching/page-text.ts';

/** One claim that the annotators found in a unit. */
export interface GoldClaim {
  readonly id: string;
  /** every stance that counts as right */
  readonly stances: readonly Stance[];
  /** neither right nor wrong to find */
  readonly isOptional: boolean;
}

/** A unit as annotated; units that make no claim are listed too. */
export interface GoldUnit extends TextRange {
  readonly claims: readonly GoldClaim[];
}

/** An annotated document. */
export interface GoldDocument {
  readonly name: string;
  readonly register: string;
  readonly isSilent: boolean;
  readonly page: PageText;
  readonly units: readonly GoldUnit[];
}

type Draft = { -readonly [Key in keyof Block]: Block[Key] };

/** Reads one annotated document; throws with file and line where it cannot be read. */
export function readDocument(path: string): GoldDocument {
  return parseDocument(readFileSync(path, 'utf8'), path);
}

/** Reads the text of an annotated document; `path` names it in complaints. */
export function parseDocument(text: string, path: string): GoldDocument {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined || body === undefined)
    throw new Error(`${path}: needs front matter between two lines of ---`);
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(front)?.[1] ?? '';
  const { blocks, units } = readBody(body, path);
  return {
    name: basename(path, '.md'),
    register: field('register'),
    isSilent: field('silent') === 'true',
    page: { title: field('title'), blocks },
    units,
  };
}

function readBody(body: string, path: string): { blocks: Block[]; units: GoldUnit[] } {
  const blocks: Draft[] = [];
  const units: GoldUnit[] = [];
  let group = 0;
  let groupKind = '';
  let headers: string[] | undefined;
  let open: Draft | undefined;
  let offset = 0;
  const begin = (kind: Block['kind'], level: number): Draft => {
    const last = blocks.at(-1);
    offset = last ? last.start + last.text.length + 1 : 0;
    const block: Draft = {
      kind,
      start: offset,
      text: '',
      level,
      group: kind === 'item' || kind === 'row' ? group : 0,
    };
    blocks.push(block);
    return block;
  };
  const add = (block: Draft, text: string, claims: readonly GoldClaim[]) => {
    if (block.text) block.text += ' ';
    const start = block.start + block.text.length;
    block.text += text;
    units.push({ start, end: start + text.length, claims });
  };
  for (const [i, line] of body.split('\n').entries()) {
    const [, raw = '', note] = /^(.*?)\s*(?:\{([^{}]*)\})?\s*$/.exec(line) ?? [];
    const claims = note === undefined ? [] : readClaims(note, `${path}:${i + 1}`);
    if (!raw.trim()) {
      open = undefined;
      if (groupKind === 'row') groupKind = '';
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(raw);
    const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(raw);
    if (heading?.[1] && heading[2]) {
      add(begin('heading', heading[1].length), plain(heading[2]), claims);
      open = undefined;
      groupKind = '';
    } else if (raw.trimStart().startsWith('|')) {
      if (/^\s*\|[\s:|-]+\|?\s*$/.test(raw)) {
        const head = blocks.pop();
        units.pop();
        headers = head?.text.split('\t');
        continue;
      }
      if (groupKind !== 'row') group++;
      if (groupKind !== 'row') headers = undefined;
      groupKind = 'row';
      const cells = raw
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => plain(cell.trim()));
      const row = begin('row', 0);
      row.headers = cells.map((_, c) => headers?.[c] ?? '');
      add(row, cells.join('\t'), claims);
    } else if (item?.[2] !== undefined) {
      if (groupKind !== 'item') group++;
      groupKind = 'item';
      open = begin('item', 1 + Math.floor((item[1]?.length ?? 0) / 2));
      add(open, plain(item[2]), claims);
    } else {
      if (!open) {
        open = begin('paragraph', 0);
        groupKind = '';
      }
      add(open, plain(raw.trim().replace(/^>\s?/, '')), claims);
    }
  }
  return { blocks, units };
}

/** Markdown's inline marks taken off: what a reader of the page sees. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<![\w*])[*_](?!\s)(.+?)(?<!\s)[*_](?![\w*])/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .trim();
}

/** The claims in a note. A claim in two stances ("less pain in one trial, not in the other") is one that either answers. */
function readClaims(note: string, place: string): GoldClaim[] {
  const claims = new Map<string, GoldClaim>();
  for (const part of note.split(';')) {
    const [id, stance] = part.trim().split(/\s+/);
    const match = /^((?:asserts|hedges|denies)(?:\|(?:asserts|hedges|denies))*)(\?)?$/.exec(stance ?? '');
    if (!id || !match?.[1]) throw new Error(`${place}: "${part.trim()}" is no claim with a stance`);
    const own = match[1].split('|') as Stance[];
    const known = claims.get(id);
    const stances = [...new Set([...(known?.stances ?? []), ...own])];
    claims.set(id, { id, stances, isOptional: match[2] === '?' && (known?.isOptional ?? true) });
  }
  return [...claims.values()];
}
