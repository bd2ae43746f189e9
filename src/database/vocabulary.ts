/** The fixed words of the database: ratings, certainties, stances, kinds of claim and of study. */

/** What the evidence says of a claim, strongest support first. */
export const ratings = [
  'established',
  'supported',
  'mixed',
  'preliminary',
  'untested',
  'contradicted',
] as const;
/** How sure that rating is, in GRADE's words. */
export const certainties = ['high', 'moderate', 'low', 'very low'] as const;
/** How a page puts a claim: as fact, as a possibility, or negated. */
export const stances = ['asserts', 'hedges', 'denies'] as const;
/** What sort of statement a claim is. */
export const kinds = ['efficacy', 'mechanism', 'safety', 'dosing', 'regulatory', 'research'] as const;
/** Kinds of study, the strongest designs first. */
export const designs = [
  'meta-analysis',
  'systematic review',
  'randomised trial',
  'randomised crossover trial',
  'non-randomised trial',
  'open-label trial',
  'cohort',
  'registry study',
  'chart review',
  'case series',
  'case report',
  'survey',
  'safety reports',
  'human laboratory study',
  'animal study',
  'cell study',
  'registered trial',
  'trial protocol',
  'guideline',
  'label',
  'review',
  'document',
] as const;
/** Designs that compare LDN with something else in people: what a rating above `preliminary` needs. */
export const controlledDesigns: readonly Design[] = [
  'meta-analysis',
  'systematic review',
  'randomised trial',
  'randomised crossover trial',
  'non-randomised trial',
];

export type Rating = (typeof ratings)[number];
export type Certainty = (typeof certainties)[number];
export type Stance = (typeof stances)[number];
export type Kind = (typeof kinds)[number];
export type Design = (typeof designs)[number];
