/** The network at work: how likely it thinks each of a unit's candidates, and how firmly they are put. */
import type { Candidate } from '../candidate.ts';
import type { ReadUnit } from '../read-unit.ts';
import { createNetworkReader, mostWords } from './input.ts';
import { createTape } from './parts.ts';
import { readCandidate, readUnit } from './reading.ts';
import { type NetworkData, unpackNetwork } from './weights.ts';

/** What the network thinks of a candidate, in log odds; of hedging and denying as against a plain assertion. */
export interface Opinion {
  readonly claim: number;
  readonly hedges: number;
  readonly denies: number;
}

/** Its opinions of a unit's candidates, in their order. */
export type AskNetwork = (read: ReadUnit, candidates: readonly Candidate[]) => Opinion[];

/** Unpacks a network. */
export function createNetwork(data: NetworkData): AskNetwork {
  const { vocabulary, sizes, weights } = unpackNetwork(data);
  const inNumbers = createNetworkReader(vocabulary);
  const tape = createTape(sizes, mostWords);
  return (read, candidates) => {
    const input = inNumbers(read, candidates);
    readUnit(weights, input, tape, new Set(input.candidates.map(({ group }) => group)));
    return input.candidates.map((candidate) => {
      const claim = readCandidate(weights, input, candidate, tape);
      const [hedges = 0, denies = 0] = tape.stances;
      return { claim, hedges, denies };
    });
  };
}
