/** Which candidates are claims, and how firmly they are put: linear scores over their features and the network's opinion, with weights from the database. */
import type { Database, Stance } from '../database/schema.ts';
import type { Candidate } from './candidate.ts';
import { claimFeatures, tellingFeatures } from './claim-features.ts';
import { claimsMade } from './claims-made.ts';
import { senseOf } from './feature-parts.ts';
import { createScore } from './linear.ts';
import { createNetwork, type Opinion } from './network/network.ts';
import type { ReadUnit } from './read-unit.ts';
import { stanceFeatures } from './stance-features.ts';
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
  const scoreHedges = createScore(stances.hedges);
  const scoreDenies = createScore(stances.denies);
  const stanceOf = (read: ReadUnit, candidate: Candidate, opinion: Opinion): Stance => {
    if (turnOf(read, candidate) === 'turned') return 'denies';
    const features = stanceFeatures(read, candidate);
    const hedges = scoreHedges(features) + networkStanceShare * opinion.hedges;
    const denies = scoreDenies(features) + networkStanceShare * opinion.denies;
    return likeliest([
      ['asserts', 0],
      ['hedges', hedges - (isOpened(read, candidate, hedging) ? 0 : plainDoubt)],
      ['denies', denies - (isOpened(read, candidate, denying) ? 0 : plainDoubt)],
    ]);
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
const networkShare = 1.4;
const networkStanceShare = 0.3;
const none: Opinion = { claim: 0, hedges: 0, denies: 0 };

/** What a plain contrary of a claim, said of LDN by name, adds to its score: corpora hold many "well tolerated", and few "dangerous". */
const plainness = 1.5;

function isPlainlyTurned(read: ReadUnit, candidate: Candidate): boolean {
  const { kind } = read.subject;
  return (kind === 'named' || kind === 'pronoun') && turnOf(read, candidate) === 'turned';
}

/** How much likelier than "asserts" another reading has to be where no word opens it: "reduces" is rarely "may reduce", whatever stands around it. */
const plainDoubt = 2;

/** Words that can make a claim a possibility, and words that can turn it into its denial. */
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
const denying = new Set(['denial', 'some-do-not', 'no-response', 'main-result', 'worsen', 'no-trial']);

/** A word stands in the unit that opens another reading, or the reading may come from elsewhere. */
function isOpened(read: ReadUnit, { from }: Candidate, opening: ReadonlySet<string>): boolean {
  if (from !== 'unit' || read.leadIn || read.question || read.cells.length) return true;
  // "used for" leaves open whether it works; "an effective treatment for" does not
  const isFirm = read.hits.some(({ concept }) => concept.id === 'firm');
  return read.hits.some(({ concept }) => opening.has(senseOf(concept)) && !(isFirm && concept.id === 'use'));
}

function likeliest(scores: readonly (readonly [Stance, number])[]): Stance {
  let best: Stance = 'asserts';
  let most = Number.NEGATIVE_INFINITY;
  for (const [stance, score] of scores) if (score > most) [best, most] = [stance, score];
  return best;
}
