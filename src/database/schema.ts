/**
 * What LDN Lens knows, and its shape. Authored files, the bundled database and every update from the
 * feed pass through this schema; the types used everywhere else are inferred from it.
 *
 * The database is data only: no regular expression, no markup. Texts are shown as text.
 */
import { judgeSchema } from './judge-schema.ts';
import { certainties, designs, kinds, ratings } from './vocabulary.ts';
import { z } from './zod.ts';

export type { Certainty, Design, Kind, Rating, Stance } from './vocabulary.ts';

const id = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'use lower-case letters, digits, "-" and "."');
/** Prose: trimmed, without control characters or markup. */
const prose = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `must not be longer than ${max} characters`)
    .regex(
      /^[^\s\p{Cc}\p{Cf}<>][^\p{Cc}\p{Cf}<>]*$/u,
      'must not begin with a space, nor hold markup or control characters',
    )
    .refine((text) => !text.endsWith(' '), 'must not end with a space');
const date = z.iso.date();
/** A day, or only its month or year, where no more is known. */
const moment = z
  .string()
  .refine(isMoment, 'must be a day, a month or a year: "2026-11-22", "2023-12" or "2013"');

function isMoment(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && date.safeParse(`${text}-01-01`.slice(0, 10)).success;
}

/** A number with its interval, for the forest plot. */
const effect = z.strictObject({
  /** MD, SMD, g, d, RR, OR, HR, rate ratio, difference ... as the study names it */
  measure: prose(40),
  value: z.number(),
  /** 95 % confidence limits */
  ciLow: z.number().optional(),
  ciHigh: z.number().optional(),
  unit: prose(80).optional(),
  /** which direction of the measure is good for the patient */
  better: z.enum(['lower', 'higher', 'neither']),
});

/** "37 of 100 with LDN, 13 of 100 with the comparator": per 100, as the study gives them. */
const frequencies = z.strictObject({
  of: z.literal(100),
  ldn: z.number().min(0).max(100),
  control: z.number().min(0).max(100),
  /** what the control group got: "placebo" */
  controlName: prose(60),
});

const finding = z.strictObject({
  outcome: prose(120),
  /** in words, with the figures */
  result: prose(500),
  direction: z.enum(['benefit', 'harm', 'no difference', 'unclear']),
  effect: effect.optional(),
  frequencies: frequencies.optional(),
  /** the claims this finding bears on */
  claims: z.array(id).optional(),
});

/** A trial, cohort, review, label, laboratory paper or document. */
export const studySchema = z.strictObject({
  id,
  /** "Younger et al. 2013" */
  citation: prose(200),
  authors: prose(400).optional(),
  title: prose(400).optional(),
  journal: prose(200).optional(),
  year: z.int().min(1960).max(2100).optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s<>"]+$/, 'a DOI looks like 10.1002/art.37734')
    .optional(),
  pmid: z
    .string()
    .regex(/^\d{1,8}$/, 'a PubMed id is a number')
    .optional(),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/, 'a PMC id looks like PMC1234567')
    .optional(),
  /** trial registration: NCT…, ACTRN…, ISRCTN…, EudraCT … */
  registration: z
    .string()
    .regex(
      /^[A-Z][A-Za-z0-9./ -]{4,40}$/,
      'a registration looks like NCT04270877, ACTRN12623000172606 or EudraCT 2019-000852-32',
    )
    .optional(),
  /** an official label or guideline, where there is neither DOI nor PubMed record */
  official: z.url({ protocol: /^https$/ }).optional(),
  design: z.enum(designs),
  /** what the design's one word leaves out: "single-blind, placebo always first" */
  designNote: prose(200).optional(),
  /** how many took part */
  participants: z.int().positive().optional(),
  /** who took part: condition, sex, age, country */
  people: prose(400).optional(),
  /** share of women in per cent, where known */
  womenPercent: z.number().min(0).max(100).optional(),
  dose: prose(200).optional(),
  comparator: prose(200).optional(),
  duration: prose(200).optional(),
  findings: z.array(finding),
  limits: z.array(prose(300)),
  /** what could not be checked at its source; shown to readers as "not verified" */
  notVerified: z.array(prose(300)).optional(),
  /** retraction or expression of concern */
  notice: prose(300).optional(),
});

/** One slot of a wording: any one of these concepts fills it. */
const slot = z.array(id).min(1);
/** A wording: its first slot proposes the claim, each further one makes it surer. */
const wording = z.array(slot).min(1);

/** One canonical statement that pages make about LDN, with what research says of it. */
export const claimSchema = z.strictObject({
  id,
  kind: z.enum(kinds),
  /** the concept of the condition, or `any` */
  condition: id,
  /** the concept of the outcome */
  outcome: id,
  /** the claim as a sentence */
  statement: prose(200),
  rating: z.enum(ratings),
  certainty: z.enum(certainties),
  /** where one claim speaks of several things and the evidence on them differs: each with a rating of its own */
  parts: z.array(z.strictObject({ of: prose(80), rating: z.enum(ratings) })).optional(),
  /** one sentence: what the evidence says, for the card's first glance */
  answer: prose(220),
  /** plain language, 8th-grade reading level */
  summary: prose(1200),
  /** what is fairly certain, and what is not */
  known: z.array(prose(300)),
  unknown: z.array(prose(300)),
  figures: z.array(z.strictObject({ text: prose(400), study: id })),
  /** who was studied: condition, dose, women and men, size */
  studied: prose(400),
  caveats: z.array(prose(300)),
  /** how pages overstate it */
  overstatements: z.array(prose(300)),
  /** study ids, newest first */
  studies: z.array(id),
  /** set where no study was found, and says what was looked for */
  noStudyFound: prose(300).optional(),
  reviewed: date,
  /** each change of rating, newest first */
  history: z
    .array(z.strictObject({ date, from: z.enum(ratings).nullable(), to: z.enum(ratings), why: prose(300) }))
    .min(1),
  /** how the evidence would have been rated before there was this database, newest first */
  hindsight: z.array(z.strictObject({ date: moment, rating: z.enum(ratings), why: prose(300) })).optional(),
  /** how pages word it, as concepts; efficacy claims need none: condition and outcome say it */
  wordings: z.array(wording).optional(),
  /** concepts that say the contrary where no negation stands with them: "expensive" of "LDN is cheap"; not beside one of `unless` */
  turned: z.strictObject({ by: z.array(id).min(1), unless: z.array(id).optional() }).optional(),
});

/** The words for one thing. */
export const conceptSchema = z.strictObject({
  id,
  /** what the concept is to a sentence */
  role: z.enum(['subject', 'rival', 'condition', 'outcome', 'relation', 'topic', 'cue', 'contrary']),
  /** the name shown to readers */
  name: prose(80),
  /** words and phrases; `*` at a word's end stands for any ending */
  terms: z
    .array(
      z
        .string()
        .min(1)
        .max(80)
        .regex(/^[^\p{Cc}\p{Cf}<>]+$/u, 'must not hold markup or control characters'),
    )
    .max(3000),
  /** amounts in milligrams, from and to, that count as terms */
  milligrams: z.tuple([z.number(), z.number()]).optional(),
  /** the concept that this one counts as where claims are concerned: less fatigue and more energy are one outcome */
  isA: id.optional(),
  /** conditions whose words often mean something else in passing; the page's condition stays in play beside them */
  isPassing: z.boolean().optional(),
  /** outcomes: which way is good for the patient */
  better: z.enum(['more', 'less']).optional(),
});

/** All of it, one version: what the extension bundles and the feed carries. */
export const databaseSchema = z.strictObject({
  /** version of this schema; an older extension leaves a newer one alone and says so */
  schema: z.literal(1),
  /** counts up with each publication */
  version: z.int().positive(),
  /** the day this version was made */
  date,
  /** the day up to which the literature was searched */
  searchedTo: date,
  claims: z.array(claimSchema).max(1000),
  studies: z.array(studySchema).max(5000),
  concepts: z.array(conceptSchema).max(2000),
  judge: judgeSchema,
});

export type Effect = z.infer<typeof effect>;
export type Finding = z.infer<typeof finding>;
export type Study = z.infer<typeof studySchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Wording = z.infer<typeof wording>;
export type Concept = z.infer<typeof conceptSchema>;
export type Database = z.infer<typeof databaseSchema>;
