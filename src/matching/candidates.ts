/**
 * Which claims a unit may be making, by the concepts in it: frames over subject, relation, outcome and condition. Whether a candidate is
 * a claim indeed is judged afterwards.
 */
import { proposeBenefits } from './benefits.ts';
import type { Candidate, Draft } from './candidate.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Hit } from './concepts.ts';
import type { ReadUnit } from './read-unit.ts';
import { proposeTopics } from './topics.ts';

/** Words that a label before a colon may have, below which a sentence may lean on the one before, and the gap at which slots no longer hang together. */
const longestLabel = 9;
const shortUnit = 12;
const unrelated = 30;

/** All claims that the unit may be making, each once: its own words propose them, or those of what it answers or continues. */
export function proposeClaims(read: ReadUnit, index: ClaimIndex): Candidate[] {
  const all = proposeAll(read, index);
  // "start low, go slow" is said of any medicine, and of running
  return read.isOffTopic ? all.filter(({ claim }) => claim.kind !== 'dosing') : all;
}

function proposeAll(read: ReadUnit, index: ClaimIndex): Candidate[] {
  if (!mayClaim(read)) return [];
  const own = proposeOwn(read, index);
  if (isOfRival(read)) return own.filter(({ claim }) => claim.kind === 'safety');
  const ids = new Set(own.map(({ claim }) => claim.id));
  const inherited = sourcesOf(read).flatMap(({ from, source }) =>
    proposeOwn(source, index)
      .filter(
        ({ claim }) => !ids.has(claim.id) && ids.add(claim.id) && (from !== 'lead-in' || claim.wordings),
      )
      .map((one): Candidate => ({ ...one, from, anchors: [], others: [], anchor: undefined })),
  );
  return [...own, ...inherited];
}

/** Whether a unit may make a claim at all, by what it is. */
export function mayClaim(read: ReadUnit): boolean {
  return !(isQuestion(read) || isMereHeading(read) || isMereWord(read));
}

/** What else may propose a unit's claims: the question that it answers, its list's lead-in, the sentence that it goes on from. */
function sourcesOf(read: ReadUnit): { from: Candidate['from']; source: ReadUnit }[] {
  const { unit, question, previous, leadIn, subject } = read;
  const out: { from: Candidate['from']; source: ReadUnit }[] = [];
  if (question && unit.index === 0) out.push({ from: 'question', source: question });
  if (leadIn && (unit.block.kind === 'item' || unit.block.kind === 'row'))
    out.push({ from: 'lead-in', source: leadIn });
  if (previous && (subject.kind === 'pronoun' || unit.words.length <= shortUnit))
    out.push({ from: 'previous', source: previous });
  return out;
}

/** A row whose first cell names another treatment speaks of that; what must not be taken together is said of both. */
function isOfRival(read: ReadUnit): boolean {
  return read.unit.block.kind === 'row' && read.subject.kind === 'rival';
}

/** A heading says something only where it says of what: "Better sleep" and "2. Cost" do not. */
function isMereHeading(read: ReadUnit): boolean {
  return (
    read.unit.block.kind === 'heading' && read.subject.kind !== 'named' && read.subject.kind !== 'pronoun'
  );
}

/** A word by itself says nothing, but in a list or as an answer. */
function isMereWord({ unit, question }: ReadUnit): boolean {
  return (
    unit.block.kind === 'paragraph' && !question && unit.words.filter(({ isMark }) => !isMark).length < 2
  );
}

/** A question asserts nothing. */
function isQuestion(read: ReadUnit): boolean {
  return read.unit.words.at(-1)?.text === '?';
}

function proposeOwn(read: ReadUnit, index: ClaimIndex): Candidate[] {
  const found = new Map<string, Draft>();
  for (const candidate of [...proposeBenefits(read, index), ...proposeTopics(read, index)]) {
    const known = found.get(candidate.claim.id);
    found.set(candidate.claim.id, known ? merged(known, candidate) : candidate);
  }
  return [...found.values()].map((draft) => ({ ...draft, from: 'unit', anchor: bestAnchor(read, draft) }));
}

/** The anchor nearest to another slot, in the same clause if possible; a label before a colon ("Better sleep: ...") comes last. */
function bestAnchor(read: ReadUnit, draft: Draft): Hit | undefined {
  const colon = read.unit.words.findIndex((word, i) => i < longestLabel && word.text === ':');
  let best: Hit | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const anchor of draft.anchors) {
    let cost = anchor.from < colon ? 2 * unrelated : 0;
    let nearest = unrelated;
    for (const other of draft.others) {
      const gap = other.from < anchor.from ? anchor.from - other.to : other.from - anchor.to + 1;
      const apart = read.clauses[other.from] === read.clauses[anchor.from] ? 0 : unrelated / 2;
      nearest = Math.min(nearest, gap + apart);
    }
    cost += nearest;
    if (cost < least) [best, least] = [anchor, cost];
  }
  return best;
}

function merged(a: Draft, b: Draft): Draft {
  return {
    ...a,
    anchors: [...new Set([...a.anchors, ...b.anchors])].sort((x, y) => x.from - y.from),
    others: [...new Set([...a.others, ...b.others])],
    isComplete: a.isComplete || b.isComplete,
  };
}
