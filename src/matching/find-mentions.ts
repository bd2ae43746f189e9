/** Text in, mentions out: the matcher's one entry. Pure: no page, no browser, no clock; never throws on any text. */
import type { Database } from '../database/schema.ts';
import { proposeClaims } from './candidates.ts';
import { indexClaims } from './claim-index.ts';
import { createConceptFinder } from './concepts.ts';
import { createUnitFinder, readUnits } from './context.ts';
import { createJudge } from './judge.ts';
import { isEnglish } from './language.ts';
import { createMemory } from './memory.ts';
import { mentionRange } from './mention-range.ts';
import type { Block, ClaimMade, Findings, Mention, PageText, TextRange } from './page-text.ts';
import type { ReadUnit } from './read-unit.ts';
import { reasonsOf } from './reasons.ts';
import { finish } from './steps.ts';
import { verdictOf, verdicts } from './verdict.ts';
import { wordsOf } from './words.ts';

/** A database made ready for reading pages. */
export interface Matcher {
  /** Finds all mentions in a page. Time is linear in its text. */
  read(page: PageText): Findings;
  /** The same in small steps, for pages too long to read at once: nearly all steps take less than two milliseconds. */
  reading(page: PageText): Generator<undefined, Findings>;
}

/** What of the database the matcher needs. */
export type MatchingData = Pick<Database, 'claims' | 'concepts' | 'judge'>;

/** Prepares a database; do it once for many pages. */
export function createMatcher({ claims, concepts, judge }: MatchingData): Matcher {
  const find = createConceptFinder(concepts);
  const index = indexClaims(claims, concepts);
  const judgeClaims = createJudge(judge);
  const mentionIn = (read: ReadUnit): Mention | undefined => {
    if (read.isBeforeLdn) return undefined;
    const made = judgeClaims(read, proposeClaims(read, index));
    if (!made.length) return undefined;
    const claimsMade = made.map((one): ClaimMade => {
      const { id, rating } = one.candidate.claim;
      return {
        id,
        stance: one.stance,
        verdict: verdictOf(rating, one.stance),
        reasons: reasonsOf(read, one),
      };
    });
    claimsMade.sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
    return { ...mentionRange(read, made), claims: claimsMade };
  };
  const memory = createMemory(createUnitFinder(find), mentionIn);
  function* reading(page: PageText): Generator<undefined, Findings> {
    if (!isPageEnglish(page)) return { mentions: [], unassessed: [], inEnglish: false };
    memory.begin(page);
    const blocks = page.blocks.filter((block) => isBlockEnglish(block));
    const { units, isOnLdn } = yield* readUnits({ ...page, blocks }, find, memory.unitsIn);
    const mentions: Mention[] = [];
    const unassessed: TextRange[] = [];
    for (const read of isOnLdn ? units : []) {
      const mention = memory.judge(read);
      if (mention) mentions.push(mention);
      else if (namesLdn(read)) unassessed.push(rangeOf(read));
      yield;
    }
    return { mentions, unassessed, inEnglish: true };
  }
  return { reading, read: (page) => finish(reading(page)) };
}

function namesLdn(read: ReadUnit): boolean {
  return read.subject.kind === 'named' && read.unit.block.kind !== 'heading';
}

function rangeOf({ unit }: ReadUnit): TextRange {
  return { start: unit.block.start + unit.start, end: unit.block.start + unit.end };
}

/** Characters of the page that are enough to tell its language. */
const enoughText = 10_000;

function isPageEnglish(page: PageText): boolean {
  let text = '';
  for (const block of page.blocks) {
    text += `${block.text.slice(0, enoughText)}\n`;
    if (text.length > enoughText) break;
  }
  return isEnglish(wordsOf(text), page.language);
}

function isBlockEnglish(block: Block): boolean {
  return block.language === undefined || isEnglish(wordsOf(block.text.slice(0, enoughText)), block.language);
}
