/**
 * Whether a unit says the contrary of a claim in words of its own: "expensive" where the claim is that LDN is cheap. No count of negations tells
 * that, so the database names those words; a negation beside them turns them back.
 */
import type { Candidate } from './candidate.ts';
import type { Hit } from './concepts.ts';
import type { ReadUnit } from './read-unit.ts';

/** What the unit's own words do to the claim. */
export type Turn = 'plain' | 'turned' | 'turned back';

/** Claims of benefit are turned by words of harm, unless words of help stand there too. */
const benefitTurned = {
  by: ['worsen'],
  unless: ['reduce', 'relieve', 'raise', 'use', 'promise', 'contrast'],
};

/** What the unit's own words do to the candidate's claim. */
export function turnOf(read: ReadUnit, { claim, from }: Candidate): Turn {
  const turned = claim.wordings ? claim.turned : benefitTurned;
  if (!turned || from !== 'unit') return 'plain';
  const hit = [...read.contraries, ...read.hits].find(
    (one) => turned.by.includes(one.concept.id) && !isOfAnother(read, one),
  );
  if (!hit) return 'plain';
  const isUnless = (one: Hit) =>
    turned.unless?.includes(one.concept.id) && !(one.from >= hit.from && one.to <= hit.to);
  if (read.hits.some(isUnless)) return 'plain';
  return isNegated(read, hit) ? 'turned back' : 'turned';
}

/** Said of another drug that the clause names before it. */
function isOfAnother(read: ReadUnit, hit: Hit): boolean {
  const last = read.hits.findLast(
    ({ concept, from }) =>
      from < hit.from &&
      (concept.role === 'subject' || concept.role === 'rival' || concept.id === 'opioid-medicine'),
  );
  return (
    last !== undefined &&
    (last.concept.role === 'rival' || last.concept.id === 'opioid-medicine') &&
    read.clauses[last.from] === read.clauses[hit.from]
  );
}

/** Words that take back what the clause says, beside those of the database. */
const takingBack = /^(?:non|no|not|only|unless|until|if|once|after|rarely)$/;

function isNegated(read: ReadUnit, hit: Hit): boolean {
  const clause = read.clauses[hit.from];
  const isInside = (at: number) => at >= hit.from && at < hit.to;
  return (
    read.hits.some(
      ({ concept, from }) => concept.id === 'denial' && read.clauses[from] === clause && !isInside(from),
    ) ||
    read.unit.words.some(
      ({ text }, at) => read.clauses[at] === clause && !isInside(at) && takingBack.test(text),
    )
  );
}
