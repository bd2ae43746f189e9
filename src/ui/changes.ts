/** Which ratings changed, when and why: from the histories that the database itself carries. */
import type { Claim, Database } from '../database/schema.ts';
import { element } from './element.ts';
import { dateWords, ratingWords } from './words.ts';

/** As much of a database as this needs. */
interface Dated {
  readonly claims: readonly Claim[];
  readonly date: string;
}

type Step = Claim['history'][number];

/** A claim whose rating was changed. */
export interface Change {
  readonly claim: Claim;
  readonly step: Step & { readonly from: NonNullable<Step['from']> };
}

const day = 86_400_000;
/** For so long a card points out a change, in days before the day of the database. */
const lately = 90;
/** For so long it stands in the list. */
const listed = 365;

/** Changes of rating not older than a year, newest first; a claim's first rating is none. */
export function changesIn({ claims, date }: Dated): readonly Change[] {
  return claims
    .flatMap((claim) => claim.history.flatMap((step) => changeOf(claim, step)))
    .filter(({ step }) => daysBetween(step.date, date) <= listed)
    .sort((a, b) => b.step.date.localeCompare(a.step.date) || a.claim.id.localeCompare(b.claim.id));
}

/** The newest change of a claim, if that was lately. */
export function lateChange(claim: Claim, { date }: Pick<Database, 'date'>): Change | undefined {
  const [newest] = claim.history;
  const [change] = newest ? changeOf(claim, newest) : [];
  return change && daysBetween(change.step.date, date) <= lately ? change : undefined;
}

/** For the card: what is thought of this claim now was thought otherwise until lately. */
export function changeNote(claim: Claim, database: Database): HTMLElement | undefined {
  const change = lateChange(claim, database);
  if (!change) return undefined;
  const { date, why } = change.step;
  return element(
    'p',
    { class: 'changed', role: 'note' },
    element('strong', {}, `Changed on ${dateWords(date)}: `),
    `${steps(change)}. ${why}`,
  );
}

/** "What changed", folded; `entry` leads to a claim. */
export function changesBlock(database: Dated, entry: (claim: Claim) => HTMLElement): HTMLDetailsElement {
  const changes = changesIn(database);
  const items = changes.map((change) =>
    element(
      'li',
      {},
      entry(change.claim),
      element(
        'p',
        {},
        element('time', { datetime: change.step.date }, dateWords(change.step.date)),
        `: ${steps(change)}`,
      ),
      element('p', { class: 'quiet' }, change.step.why),
    ),
  );
  return element(
    'details',
    { class: 'changes' },
    element('summary', {}, 'What changed'),
    items.length
      ? element('ul', {}, ...items)
      : element('p', { class: 'quiet' }, 'No rating has changed in the last twelve months.'),
  );
}

function changeOf(claim: Claim, { from, ...step }: Step): Change[] {
  return from === null || from === step.to ? [] : [{ claim, step: { ...step, from } }];
}

function steps({ step: { from, to } }: Change): string {
  return `from “${ratingWords[from]}” to “${ratingWords[to]}”`;
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / day;
}
