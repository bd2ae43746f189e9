/** What a reader can do with a claim: copy it, look it up, mute it, report a wrong match. */
import type { Claim, Database } from '../database/schema.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import type { CardContent } from './card.ts';
import { claimCitation, matchReport } from './citation.ts';
import { button, element } from './element.ts';

interface Actions {
  openLibrary(at?: string): void;
  mute(claimId: string): void;
  report(text: string): void;
}

/** The buttons, and one line that says what happened. */
export function claimActions(
  claim: Claim,
  made: ClaimMade,
  { quote, before, after, isRepeated }: CardContent,
  database: Database,
  actions: Actions,
): HTMLElement {
  const status = element('p', { class: 'status', role: 'status' });
  const place = { quote, before, after, isRepeated, address: location.href };
  const box = element('div', { class: 'report', hidden: true });
  const show = (text: string) => {
    const area = element('textarea', { rows: 9, readonly: true, 'aria-label': 'The text to copy' });
    area.value = text;
    box.replaceChildren(element('p', {}, 'Copy this text (Ctrl+C or ⌘C):'), area);
    box.hidden = false;
    area.focus();
    area.select();
  };
  const copy = async () => {
    const text = claimCitation(claim, made, place, database);
    if (await copied(text)) status.textContent = 'Copied, with its sources.';
    else show(text);
  };
  const mute = () => {
    actions.mute(claim.id);
    status.textContent = 'This claim is no longer marked, on any page. You can undo this in the options.';
  };
  const report = () => actions.report(matchReport(claim, made, place, database));
  return element(
    'div',
    { class: 'acts' },
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': 'Actions' },
      button({ class: 'primary' }, () => actions.openLibrary(claim.id), 'Open in library'),
      button({}, () => void copy(), 'Copy with citation'),
      button({}, mute, 'Mute this claim'),
      button({}, report, 'Report a wrong match'),
    ),
    status,
    box,
  );
}

/** Copies a text; false where the page does not let us (no secure connection, a policy of the page). */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // the text is shown for copying by hand instead
    return false;
  }
}
