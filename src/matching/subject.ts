/** Whom a unit speaks of: LDN, full-dose naltrexone, another treatment, or nothing of the kind. */
import type { Hit } from './concepts.ts';
import { type Inherited, type ReadUnit, type Subject, textOf } from './read-unit.ts';

/** What a pronoun would stand for. */
export type Focus = 'ldn' | 'rival' | 'none';

/** What stands around a unit. */
export interface Surroundings {
  /** what was spoken of last */
  readonly focus: Focus;
  /** the words that last named LDN */
  readonly lastNamed: Inherited;
  readonly leadIn: ReadUnit | undefined;
  readonly heading: ReadUnit | undefined;
  /** the unit before it in the same block */
  readonly previous: ReadUnit | undefined;
}

/** Whom a unit speaks of: named, by a pronoun for what was spoken of last, or by its list, section or page. */
export function subjectOf(hits: readonly Hit[], around: Surroundings): Subject {
  const of = (id: string) => hits.find(({ concept }) => concept.id === id);
  const ldn = of('ldn');
  if (ldn) return { kind: 'named', hit: ldn };
  const naltrexone = of('naltrexone');
  const isLow = of('low-dose') !== undefined || of('small-amount') !== undefined;
  const isFull =
    of('full-dose') !== undefined || of('addiction') !== undefined || of('full-amount') !== undefined;
  if (naltrexone) return { kind: isFull && !isLow ? 'full-dose' : 'named', hit: naltrexone };
  const rival = hits.find(({ concept }) => concept.role === 'rival');
  const stand = hits.find(({ concept }) => concept.id === 'medicine') ?? of('pronoun');
  if (rival && (!stand || rival.from < stand.from)) return { kind: 'rival', hit: rival };
  if (stand && around.focus === 'ldn') return { kind: 'pronoun', hit: stand, inherited: around.lastNamed };
  if (rival) return { kind: 'rival', hit: rival };
  if (stand && goesOnFrom(around.previous, stand)) return { kind: 'rival', hit: stand };
  const { leadIn, heading } = around;
  if (leadIn?.subject.kind === 'named' || leadIn?.subject.kind === 'pronoun')
    return { kind: 'context', inherited: { text: wordsOfSubject(leadIn), from: 'lead-in' } };
  if (heading?.subject.kind === 'named')
    return { kind: 'context', inherited: { text: wordsOfSubject(heading), from: 'heading' } };
  if (around.focus === 'ldn') return { kind: 'context', inherited: around.lastNamed };
  return { kind: 'none' };
}

/** "Duloxetine eases pain. It can lift mood too.": who opens a sentence is what a pronoun that opens the next one stands for. */
function goesOnFrom(previous: ReadUnit | undefined, stand: Hit): boolean {
  const { kind, hit } = previous?.subject ?? {};
  return kind === 'rival' && hit !== undefined && hit.from <= opening && stand.from <= opening;
}

/** Words that may stand before the one that a sentence opens with: "And it", "Regular exercise". */
const opening = 1;

/** The words that name LDN for a unit: its own, or those that its pronoun stands for. */
function wordsOfSubject({ unit, subject }: ReadUnit): string {
  return subject.inherited?.text ?? (subject.hit ? textOf(unit, subject.hit) : '');
}
