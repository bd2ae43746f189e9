/** Which candidates are claims, and how firmly they are put: linear scores over their features and the network's opinion, with weights from the database. */
import type { Database, Stance } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import { claimFeatures, tellingFeatures } from './claim-features.ts';
import { claimsMade } from './claims-made.ts';
import type { Hit } from './concepts.ts';
import { senseOf } from './feature-parts.ts';
import { createScore, type Score } from './linear.ts';
import { createNetwork, type Opinion } from './network/network.ts';
import type { ReadUnit } from './read-unit.ts';
import { isWithin, stanceFeatures } from './stance-features.ts';
import { turnOf } from './turned.ts';
import { unitFeatures } from './unit-features.ts';

/** A candidate that was judged to be a claim. */
export interface JudgedClaim {
  readonly candidate: Candidate;
  readonly stance: Stance;
}

/** Judges all candidates of a unit. */
export type JudgeClaims = (read: ReadUnit, candidates: readonly Candidate[]) => JudgedClaim[];

/** Unpacks the database's weights. */
export function createJudge({ units, claims, stances, network, threshold }: Database['judge']): JudgeClaims {
  const askNetwork = createNetwork(network);
  const scoreUnit = createScore(units);
  const scoreClaim = createScore(claims);
  const scores: readonly (readonly [Stance, Score])[] = [
    ['asserts', () => 0],
    ['hedges', createScore(stances.hedges)],
    ['denies', createScore(stances.denies)],
  ];
  const stanceOf = (read: ReadUnit, candidate: Candidate, opinion: Opinion): Stance => {
    const turn = turnOf(read, candidate);
    if (turn === 'turned') return 'denies';
    const open = scores.filter(
      ([stance]) =>
        stance === 'asserts' ||
        (stance === 'denies'
          ? turn !== 'turned back' && mayDeny(read, candidate)
          : mayHedge(read, candidate)),
    );
    const features = stanceFeatures(read, candidate);
    return likeliest(
      open.map(([stance, score]) => [
        stance,
        score(features) + (stance === 'asserts' ? 0 : networkStanceShare * opinion[stance]),
      ]),
    );
  };
  return (read, candidates) => {
    if (!candidates.length) return [];
    const unitScore = scoreUnit(unitFeatures(read));
    const opinions = askNetwork(read, candidates);
    const scored = candidates.map((candidate, i) => {
      const opinion = opinions[i] ?? none;
      const score =
        scoreClaim(claimFeatures(read, candidate, candidates)) +
        scoreClaim(tellingFeatures(read, candidate, unitScore)) +
        networkShare * opinion.claim +
        (isPlainlyTurned(read, candidate) ? plainness : 0);
      return { candidate, opinion, score };
    });
    return claimsMade(read, scored, { unitScore, threshold }).map(({ candidate, opinion }) => ({
      candidate,
      stance: stanceOf(read, candidate, opinion),
    }));
  };
}

/** How much the network's opinion counts beside the linear scores; tuned on documents that neither had learned from. */
const networkShare = 0.6;
const networkStanceShare = 0.3;
const none: Opinion = { claim: 0, hedges: 0, denies: 0 };

/** What a plain contrary of a claim, said of LDN by name, adds to its score: corpora hold many "well tolerated", and few "dangerous". */
const plainness = 1.5;

function isPlainlyTurned(read: ReadUnit, candidate: Candidate): boolean {
  const { kind } = read.subject;
  return (kind === 'named' || kind === 'pronoun') && turnOf(read, candidate) === 'turned';
}

/** Words that can make a claim of effect a possibility; without one, "reduces" is never read as "may reduce". */
const hedging = new Set([
  'hedge',
  'promise',
  'use',
  'reporter',
  'reporting',
  'share',
  'patients-report',
  'unknown',
  'study-word',
  'first-person',
]);

function mayHedge(read: ReadUnit, { claim, from }: Candidate): boolean {
  if (from !== 'unit' || read.leadIn || read.question || read.cells.length) return true;
  if (claim.kind !== 'efficacy' && claim.kind !== 'mechanism') return true;
  const opening = read.hits.filter(({ concept }) => hedging.has(senseOf(concept)));
  // "used for" leaves open whether it works; "an effective treatment for" does not
  const isFirm = read.hits.some(({ concept }) => concept.id === 'firm');
  return opening.some(({ concept }) => !isFirm || concept.id !== 'use');
}

/** Words that can turn a claim into its denial; without one, "cures" is never read as "does not cure". */
const denying = new Set(['denial', 'some-do-not', 'no-response', 'main-result', 'worsen', 'no-trial']);

function mayDeny(read: ReadUnit, { claim, from, anchors, others }: Candidate): boolean {
  if (from !== 'unit') return true;
  const negations = read.hits.filter(({ concept }) => denying.has(concept.id));
  if (!negations.length) return isDeniedPlainly(claim) && !saysNo(read, anchors);
  // "has no side effects": a negation within the words of a negative claim is what it claims
  const isOwn = (hit: Hit) =>
    isWithin(hit, others) || (negative.test(claim.statement) && isWithin(hit, anchors));
  return negations.some((hit) => hit.concept.id !== 'denial' || !isOwn(hit));
}

const negative = /\b(?:not|no)\b/i;

/** The claim's own words negate: "no side effects", "without risk". */
function saysNo(read: ReadUnit, anchors: Candidate['anchors']): boolean {
  return anchors.some(({ from, to }) =>
    read.unit.words.slice(from, to).some(({ text }) => /^(?:no|not|non|without|zero|free)$/.test(text)),
  );
}

/** Claims of effect or harm need a negation to be denied; what is stated in the negative, or forbids, is denied by a plain sentence. */
function isDeniedPlainly({ kind, statement, wordings }: Candidate['claim']): boolean {
  if (kind !== 'efficacy' && kind !== 'mechanism' && kind !== 'safety') return true;
  const forbids = wordings?.some((wording) =>
    wording.some((slot) => slot.includes('avoid') || slot.includes('interact')),
  );
  return forbids || negative.test(statement);
}

function likeliest(scores: readonly (readonly [Stance, number])[]): Stance {
  let best: Stance = 'asserts';
  let most = Number.NEGATIVE_INFINITY;
  for (const [stance, score] of scores) if (score > most) [best, most] = [stance, score];
  return best;
}
