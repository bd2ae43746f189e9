/** The shape of what decides whether a sentence makes a claim: weights as data. */
import { z } from './zod.ts';

/** Bits as text: see `matching/bit-text.ts`. */
const bitText = z
  .string()
  .max(2 ** 18)
  .regex(/^[!#-[\]-_a-~]*$/);
const levels = z.array(z.number()).max(32).readonly();
const gapBits = z.int().min(0).max(24);

/** Weights of a linear model, packed by `matching/linear.ts`; they and the network together stay below 300 KB. */
const weightTable = z.strictObject({ bits: z.int().min(4).max(24), levels, gapBits, weights: bitText });

/** The network that reads word by word, packed by `matching/network/weights.ts`. */
const networkPart = z.strictObject({ levels, weights: bitText });
const network = z.strictObject({
  vector: z.int().min(1).max(256),
  hidden: z.int().min(1).max(256),
  middle: z.int().min(1).max(256),
  words: z.strictObject({ count: z.int().min(0).max(20_000), gapBits, gaps: bitText }),
  concepts: z.array(z.string().max(60)).max(2000).readonly(),
  groups: z.array(z.string().max(60)).max(1000).readonly(),
  parts: z.strictObject({
    word: networkPart,
    concept: networkPart,
    setting: networkPart,
    context: networkPart,
    forwardInput: networkPart,
    forwardState: networkPart,
    forwardBias: networkPart,
    backwardInput: networkPart,
    backwardState: networkPart,
    backwardBias: networkPart,
    ask: networkPart,
    tell: networkPart,
    tellBias: networkPart,
    whole: networkPart,
    wholeBias: networkPart,
    wholeTell: networkPart,
    join: networkPart,
    joinBias: networkPart,
    joinGroup: networkPart,
    joinTrait: networkPart,
    answer: networkPart,
    answerBias: networkPart,
    answerGroup: networkPart,
    carry: networkPart,
    firm: networkPart,
    firmBias: networkPart,
    firmGroup: networkPart,
    firmTrait: networkPart,
    stance: networkPart,
    stanceBias: networkPart,
  }),
});

/** What decides whether a sentence makes a claim, and how firmly; all of it learned from the annotated corpus. */
export const judgeSchema = z.strictObject({
  /** the score above which a candidate is a claim */
  threshold: z.number(),
  /** whether a sentence makes any claim at all */
  units: weightTable,
  /** which of its candidates it makes */
  claims: weightTable,
  /** how much likelier than a plain assertion each is */
  stances: z.strictObject({ hedges: weightTable, denies: weightTable }),
  /** a second opinion on claims and stances, which is added */
  network,
});
