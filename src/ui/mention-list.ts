/** The page's claims in order, each a button that leads to its sentence; and buttons that show one verdict only. */
import type { Claim } from '../database/schema.ts';
import type { Verdict } from '../matching/verdict.ts';
import { button, element } from './element.ts';
import type { ListedMention } from './popup-view.ts';
import { verdictMark, verdictSign } from './verdict-mark.ts';
import { verdictOrder, verdictStyles } from './verdict-style.ts';
import { shortened } from './words.ts';

/** Filter and list as one. */
export function mentionList(
  mentions: readonly ListedMention[],
  claims: readonly Claim[],
  show: (mention: ListedMention) => void,
): HTMLElement {
  const statements = new Map(claims.map(({ id, statement }) => [id, statement]));
  const items = mentions.map((mention) => mentionItem(mention, statements, show));
  const choose = (chosen: Verdict | undefined) => {
    for (const [i, item] of items.entries()) {
      item.hidden = chosen !== undefined && mentions[i]?.verdict !== chosen;
    }
  };
  return element(
    'section',
    { class: 'mentions', 'aria-label': 'Claims on this page' },
    verdictFilter(mentions, choose),
    element('ol', {}, ...items),
  );
}

function mentionItem(
  mention: ListedMention,
  statements: ReadonlyMap<string, string>,
  show: (mention: ListedMention) => void,
): HTMLLIElement {
  const said = mention.claims.flatMap(({ id }) => statements.get(id) ?? []);
  return element(
    'li',
    {},
    button(
      { class: 'mention' },
      () => show(mention),
      verdictMark(mention.verdict),
      element('span', { class: 'quote' }, `“${shortened(mention.quote, 150)}”`),
      ...said.slice(0, 2).map((statement) => element('span', { class: 'quiet' }, statement)),
      said.length > 2 && element('span', { class: 'quiet' }, `and ${said.length - 2} more`),
    ),
  );
}

/** One button a verdict that occurs, and one for all; where only one occurs there is nothing to choose. */
function verdictFilter(
  mentions: readonly ListedMention[],
  choose: (verdict: Verdict | undefined) => void,
): HTMLElement | undefined {
  const occurring = verdictOrder.filter((verdict) => mentions.some((one) => one.verdict === verdict));
  if (occurring.length < 2) return undefined;
  const press = (pressed: HTMLElement, verdict: Verdict | undefined) => {
    for (const one of all) one.setAttribute('aria-pressed', String(one === pressed));
    choose(verdict);
  };
  const all = [undefined, ...occurring].map((verdict) => {
    const number = mentions.filter((one) => verdict === undefined || one.verdict === verdict).length;
    const label = `${verdict === undefined ? 'All' : verdictStyles[verdict].words}: ${number}`;
    const made: HTMLButtonElement = button(
      { 'aria-pressed': String(verdict === undefined), 'aria-label': label, title: label },
      () => press(made, verdict),
      verdict === undefined ? 'All' : verdictSign(verdict),
      ` ${number}`,
    );
    return made;
  });
  return element('div', { class: 'filter', role: 'group', 'aria-label': 'Show' }, ...all);
}
