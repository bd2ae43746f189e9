/** Annotated documents -> what the network learns from: each unit in numbers, which of its candidates are claims, and which groups it is about. */
import { stances } from '../../database/vocabulary.ts';
import { mayClaim, proposeClaims } from '../../matching/candidates.ts';
import type { ClaimIndex } from '../../matching/claim-index.ts';
import type { ConceptFinder } from '../../matching/concepts.ts';
import { readUnits } from '../../matching/context.ts';
import {
  createNetworkReader,
  type NetworkInput,
  type Vocabulary,
  wordPlaceOf,
} from '../../matching/network/input.ts';
import type { ReadUnit } from '../../matching/read-unit.ts';
import { finish } from '../../matching/steps.ts';
import type { GoldClaim, GoldDocument } from '../corpus.ts';
import { goldOf } from '../examples.ts';
import type { EnglishVectors } from './english.ts';

/** A unit, and the annotators' answers. */
export interface NetworkLesson {
  readonly input: NetworkInput;
  /** for each candidate: whether it is a claim; none where annotators differ */
  readonly isClaim: readonly (boolean | undefined)[];
  /** for each candidate that is one: how likely each stance is */
  readonly stances: readonly (readonly number[] | undefined)[];
  /** groups of the unit's claims, with those that no candidate stands for; and groups on which annotators differ */
  readonly groups: ReadonlySet<number>;
  readonly doubtful: ReadonlySet<number>;
}

/** Words seen less often stay unknown to readers: they would only be learned by heart. */
const rarestWord = 16;

/** What the network is told by name while it learns: with rare words that general English knows. */
export interface LearningVocabulary extends Vocabulary {
  /** for each row of the words' table, the unknown word's too: whether it is to know it */
  readonly isKnown: Uint8Array;
}

/** What the network is told by name, from the documents that it learns from. */
export function vocabularyOf(
  documents: readonly GoldDocument[],
  find: ConceptFinder,
  index: ClaimIndex,
  english: EnglishVectors,
): LearningVocabulary {
  const words = new Map<number, number>();
  const concepts = new Set<string>();
  const groups = new Set<string>();
  for (const read of unitsOf(documents, find)) {
    for (const { text } of read.unit.words) {
      const place = wordPlaceOf(text);
      words.set(place, (words.get(place) ?? 0) + 1);
    }
    for (const { concept } of [...read.hits, ...read.contraries]) concepts.add(concept.id);
    for (const { group } of proposeClaims(read, index)) groups.add(group);
  }
  const isKnown = (place: number) => (words.get(place) ?? 0) >= rarestWord;
  const told = [...words.keys()]
    .filter((place) => isKnown(place) || english.has(place))
    .sort((a, b) => a - b);
  return {
    words: told,
    isKnown: Uint8Array.from([1, ...told.map((place) => (isKnown(place) ? 1 : 0))]),
    concepts: [...concepts].sort(),
    groups: [...groups].sort(),
  };
}

/** What documents teach a network with this vocabulary. */
export function networkLessonsOf(
  documents: readonly GoldDocument[],
  find: ConceptFinder,
  index: ClaimIndex,
  vocabulary: Vocabulary,
): NetworkLesson[] {
  const inNumbers = createNetworkReader(vocabulary);
  const groupAt = new Map(vocabulary.groups.map((group, i) => [group, i]));
  const groupOf = new Map<string, number>();
  const units = documents.flatMap((document) =>
    [...unitsOf([document], find)].map((read) => {
      const candidates = proposeClaims(read, index);
      for (const { claim, group } of candidates) groupOf.set(claim.id, groupAt.get(group) ?? -1);
      return { read, candidates, gold: goldOf(read, document.units) };
    }),
  );
  return units.map(({ read, candidates, gold }) => {
    const answers = candidates.map(({ claim }) => gold.get(claim.id));
    const groupsOf = (isOptional: boolean) =>
      [...gold.values()]
        .filter((one) => one.isOptional === isOptional)
        .flatMap(({ id }) => groupOf.get(id) ?? [])
        .filter((group) => group >= 0);
    const groups = new Set(groupsOf(false));
    return {
      input: inNumbers(read, candidates),
      isClaim: answers.map((answer) => (answer?.isOptional ? undefined : answer !== undefined)),
      stances: answers.map((answer) => (answer && !answer.isOptional ? sharesOf(answer) : undefined)),
      groups,
      doubtful: new Set(groupsOf(true).filter((group) => !groups.has(group))),
    };
  });
}

function sharesOf({ stances: right }: GoldClaim): number[] {
  return stances.map((stance) => (right.includes(stance) ? 1 / right.length : 0));
}

/** The units that may make a claim. */
function* unitsOf(documents: readonly GoldDocument[], find: ConceptFinder): Generator<ReadUnit> {
  for (const document of documents) {
    const page = finish(readUnits(document.page, find));
    if (page.isOnLdn) yield* page.units.filter(mayClaim);
  }
}
