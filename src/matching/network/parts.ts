/**
 * A small recurrent network that reads a unit word by word, forwards and backwards, and says how likely it makes each claim. It hears order
 * and distance, which the linear judge does not; the two are added. Here: what it is made of.
 */
import { settings, sources, traits } from './input.ts';

/** How many of everything there are. */
export interface NetworkSizes {
  readonly words: number;
  readonly concepts: number;
  readonly groups: number;
  /** numbers that stand for a word, and for a word in its sentence in one direction, and between the two last layers */
  readonly vector: number;
  readonly hidden: number;
  readonly middle: number;
}

/** The rows of each table of weights, and how long they are. Rows of words, concepts and groups are one for each. */
export function partsOf({ words, concepts, groups, vector, hidden, middle }: NetworkSizes) {
  const both = 2 * hidden;
  const around = sources * vector;
  return {
    word: [words, vector],
    concept: [concepts, vector],
    setting: [settings, vector],
    context: [around, 2 * vector],
    forwardInput: [3 * hidden, vector],
    forwardState: [3 * hidden, hidden],
    forwardBias: [3, hidden],
    backwardInput: [3 * hidden, vector],
    backwardState: [3 * hidden, hidden],
    backwardBias: [3, hidden],
    ask: [groups, both],
    tell: [groups, both],
    tellBias: [groups, 1],
    whole: [middle, both + around],
    wholeBias: [1, middle],
    wholeTell: [groups, middle],
    join: [middle, 5 * both + around],
    joinBias: [1, middle],
    joinGroup: [groups, middle],
    joinTrait: [traits, middle],
    answer: [1, middle],
    answerBias: [1, 1],
    answerGroup: [groups, middle],
    carry: [1, 1],
    firm: [middle, 5 * both + around],
    firmBias: [1, middle],
    firmGroup: [groups, middle],
    firmTrait: [traits, middle],
    stance: [2, middle],
    stanceBias: [1, 2],
  } as const;
}

export type PartName = keyof ReturnType<typeof partsOf>;
export type NetworkWeights = Readonly<Record<PartName, Float32Array>>;

/** Zeros for each part. */
export function emptyWeights(sizes: NetworkSizes): NetworkWeights {
  const parts = Object.entries(partsOf(sizes)).map(([name, [rows, length]]) => [
    name,
    new Float32Array(rows * length),
  ]);
  return Object.fromEntries(parts);
}

/** What one direction of reading leaves behind: its gates and state at each word. */
export interface Direction {
  readonly reset: Float32Array;
  readonly update: Float32Array;
  readonly fresh: Float32Array;
  /** the state's share in `fresh` before it is reset */
  readonly recalled: Float32Array;
  readonly state: Float32Array;
}

/** All that was computed on the way, which learning goes back along. */
export interface Tape {
  readonly sizes: NetworkSizes;
  /** words that there is room for, and words of the unit */
  readonly room: number;
  length: number;
  /** each word's vector with what surrounds the unit added */
  readonly input: Float32Array;
  readonly setting: Float32Array;
  /** each source's mean word and mean concept, and what comes of them */
  readonly bags: Float32Array;
  readonly around: Float32Array;
  readonly forward: Direction;
  readonly backward: Direction;
  /** both directions' states side by side */
  readonly states: Float32Array;
  /** each number's largest, and the word that it stands at */
  readonly largest: Float32Array;
  readonly largestAt: Int32Array;
  /** for each group how much it attends to each word, and what it takes from them */
  readonly attention: Float32Array;
  readonly taken: Float32Array;
  readonly wholeInput: Float32Array;
  readonly whole: Float32Array;
  readonly groupScores: Float32Array;
  /** of the last candidate */
  readonly joined: Float32Array;
  readonly middle: Float32Array;
  /** the same for how firmly it is put */
  readonly firm: Float32Array;
  readonly stances: Float32Array;
  /** where it learns: leaves numbers out, in place, by making them zero and the others larger */
  readonly drop?: (values: Float32Array) => void;
}

/** Room for units of up to so many words. */
export function createTape(sizes: NetworkSizes, words: number, drop?: Tape['drop']): Tape {
  const { vector, hidden, middle, groups } = sizes;
  const both = 2 * hidden;
  const around = sources * vector;
  const direction = (): Direction => ({
    reset: new Float32Array(words * hidden),
    update: new Float32Array(words * hidden),
    fresh: new Float32Array(words * hidden),
    recalled: new Float32Array(words * hidden),
    state: new Float32Array(words * hidden),
  });
  return {
    sizes,
    room: words,
    length: 0,
    input: new Float32Array(words * vector),
    setting: new Float32Array(vector),
    bags: new Float32Array(2 * around),
    around: new Float32Array(around),
    forward: direction(),
    backward: direction(),
    states: new Float32Array(words * both),
    largest: new Float32Array(both),
    largestAt: new Int32Array(both),
    attention: new Float32Array(groups * words),
    taken: new Float32Array(groups * both),
    wholeInput: new Float32Array(both + around),
    whole: new Float32Array(middle),
    groupScores: new Float32Array(groups),
    joined: new Float32Array(5 * both + around),
    middle: new Float32Array(middle),
    firm: new Float32Array(middle),
    stances: new Float32Array(2),
    ...(drop && { drop }),
  };
}
