/** How well found mentions agree with annotators: detection of claim-bearing units, claims, stances; in all and by group. */
import type { Stance } from '../database/schema.ts';
import type { Mention } from '../matching/page-text.ts';
import type { GoldClaim, GoldDocument, GoldUnit } from './corpus.ts';

/** Right, wrong and missed. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** Of the claims that were rightly found: how many, and how many of them in their right stance. */
export interface StanceTally {
  right: number;
  all: number;
}

/** What a group of sentences came to. */
export interface GroupScores {
  readonly detection: Tally;
  readonly claims: Tally;
  readonly stance: StanceTally;
}

/** The outcome of an evaluation. */
export interface Scores extends GroupScores {
  /** of the claims that were rightly found */
  readonly byStance: Map<Stance, Tally>;
  /** by claim id */
  readonly byClaim: Map<string, { readonly claims: Tally; readonly stance: StanceTally }>;
  /** by kind of document */
  readonly byRegister: Map<string, GroupScores>;
  /** "fm.pain for mecfs.pain", "hedges for asserts": how often */
  readonly confusions: Map<string, number>;
  /** mentions in documents that must stay unmarked */
  readonly inSilent: string[];
}

/** Scores found mentions of many documents. A claim or stance on which annotators differ is neither right nor wrong. */
export function scoreDocuments(
  found: readonly { readonly document: GoldDocument; readonly mentions: readonly Mention[] }[],
): Scores {
  const scores: Scores = {
    ...emptyScores(),
    byStance: new Map(),
    byClaim: new Map(),
    byRegister: new Map(),
    confusions: new Map(),
    inSilent: [],
  };
  for (const { document, mentions } of found) scoreDocument(document, mentions, scores);
  return scores;
}

/** Precision, recall and their harmonic mean; 1 where there was nothing to find and nothing was found. */
export function ratios({ right, wrong, missed }: Tally): { precision: number; recall: number; f1: number } {
  const precision = right + wrong ? right / (right + wrong) : 1;
  const recall = right + missed ? right / (right + missed) : 1;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** Share of stances that are right; 1 where there were none. */
export function shareOf({ right, all }: StanceTally): number {
  return all ? right / all : 1;
}

function tally(): Tally {
  return { right: 0, wrong: 0, missed: 0 };
}

function emptyScores(): GroupScores {
  return { detection: tally(), claims: tally(), stance: { right: 0, all: 0 } };
}

/** What is kept under a key; made when first asked for. */
function kept<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = all.get(key) ?? make();
  all.set(key, value);
  return value;
}

function scoreDocument(document: GoldDocument, mentions: readonly Mention[], scores: Scores): void {
  const register = kept(scores.byRegister, document.register, emptyScores);
  const text = document.page.blocks.map((block) => block.text).join('\n');
  if (document.isSilent)
    for (const { start, end } of mentions)
      scores.inSilent.push(`${document.name}: ${text.slice(start, end)}`);
  const counts = [scores, register];
  const foundIn = new Map<GoldUnit, Map<string, Stance>>();
  for (const mention of mentions) {
    const unit = unitOf(mention, document.units);
    if (!unit) {
      // gold files list only units that make a claim
      scoreUnit([], new Map(mention.claims.map(({ id, stance }) => [id, stance])), scores, counts);
      continue;
    }
    const claims = foundIn.get(unit) ?? new Map<string, Stance>();
    foundIn.set(unit, claims);
    for (const { id, stance } of mention.claims) claims.set(id, stance);
  }
  for (const unit of document.units) {
    scoreUnit(unit.claims, foundIn.get(unit) ?? new Map(), scores, counts);
  }
}

/** The unit that holds most of a mention. */
function unitOf(mention: Mention, units: readonly GoldUnit[]): GoldUnit | undefined {
  let best: GoldUnit | undefined;
  let most = 0;
  for (const unit of units) {
    const overlap = Math.min(unit.end, mention.end) - Math.max(unit.start, mention.start);
    if (overlap > most) [best, most] = [unit, overlap];
  }
  return best;
}

function scoreUnit(
  gold: readonly GoldClaim[],
  found: ReadonlyMap<string, Stance>,
  scores: Scores,
  counts: readonly GroupScores[],
): void {
  const goldById = new Map(gold.map((claim) => [claim.id, claim]));
  const sure = gold.filter(({ isOptional }) => !isOptional);
  const counted = [...found.keys()].filter((id) => !goldById.get(id)?.isOptional);
  const detected = sure.length ? (counted.length ? 'right' : 'missed') : counted.length ? 'wrong' : undefined;
  for (const { detection } of counts) if (detected) detection[detected]++;
  const ofClaim = (id: string) => kept(scores.byClaim, id, emptyScores);
  const add = (id: string, kind: keyof Tally) => {
    for (const { claims } of [ofClaim(id), ...counts]) claims[kind]++;
  };
  for (const { id, stances } of sure) {
    const stance = found.get(id);
    add(id, stance ? 'right' : 'missed');
    if (!stance) continue;
    const isRight = stances.includes(stance);
    for (const { stance: own } of [ofClaim(id), ...counts]) {
      own.all++;
      if (isRight) own.right++;
    }
    kept(scores.byStance, stance, tally)[isRight ? 'right' : 'wrong']++;
    if (isRight) continue;
    for (const right of stances) kept(scores.byStance, right, tally).missed++;
    count(scores.confusions, `${stance} for ${stances.join(' or ')}`);
  }
  const missed = sure.filter(({ id }) => !found.has(id));
  for (const id of counted) {
    if (goldById.has(id)) continue;
    add(id, 'wrong');
    count(
      scores.confusions,
      `${id} for ${missed.length === 1 ? missed[0]?.id : missed.length ? 'one of several' : 'nothing'}`,
    );
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
