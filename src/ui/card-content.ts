/** What the card says: head with steps, tabs where a sentence makes several claims, and the chosen claim's evidence. */
import type { Claim, Database, Study } from '../database/schema.ts';
import type { DatabaseStatus } from '../database/status.ts';
import type { ClaimMade } from '../matching/page-text.ts';
import type { CardActions, CardContent } from './card.ts';
import { changeNote } from './changes.ts';
import { claimActions } from './claim-actions.ts';
import { comparison } from './comparison.ts';
import { button, element, svgElement } from './element.ts';
import { datesLine, evidenceBlocks, fitBlock, folded } from './evidence.ts';
import { conceptName, fitNotes } from './fit.ts';
import { freshness } from './freshness.ts';
import { partsBlock } from './parts.ts';
import { reasonsBlock } from './reasons.ts';
import { verdictMark, verdictSign } from './verdict-mark.ts';
import { verdictStyles } from './verdict-style.ts';
import { capital, notAdvice, shortened } from './words.ts';

/** The card's own actions, beside those of the page. */
export interface ContentActions extends Omit<CardActions, 'closed'> {
  dismiss(): void;
}

/** A claim made here, with what the database knows of it. */
interface Known {
  readonly made: ClaimMade;
  readonly claim: Claim;
}

/** The panel: a dialog named by its verdict, not modal as long as the page opens none that is. */
export function cardContent(
  content: CardContent,
  database: Database,
  actions: ContentActions,
): HTMLDialogElement {
  const known = content.claims.flatMap((made) => {
    const claim = database.claims.find((one) => one.id === made.id);
    return claim ? [{ made, claim }] : [];
  });
  const body = element('div', { class: 'content' });
  const status = actions.status?.();
  const panels = known.map((one, i) => claimPanel(one, i, content, database, actions, status));
  if (known.length > 1) body.append(tabs(known, panels, database));
  body.append(...panels);
  if (!known.length)
    body.append(element('p', { class: 'claim' }, 'This claim is no longer in the database.'));
  const worst = known[0]?.made.verdict;
  const { index, count } = content.position;
  const name = `LDN Lens, claim ${index + 1} of ${count}: ${worst ? verdictStyles[worst].words : 'evidence'}`;
  return element(
    'dialog',
    {
      class: 'panel',
      role: 'dialog',
      open: true,
      'aria-label': name,
      'aria-describedby': 'answer-0',
      tabindex: -1,
      lang: 'en',
      dir: 'ltr',
    },
    head(content, actions),
    body,
  );
}

function head({ position }: CardContent, actions: ContentActions): HTMLElement {
  const alone = position.count < 2;
  return element(
    'div',
    { class: 'head' },
    element('span', { class: 'position' }, `Claim ${position.index + 1} of ${position.count} on this page`),
    iconButton('Previous claim', 'M11.5 4.5 6 10l5.5 5.5', () => actions.step(-1), alone),
    iconButton('Next claim', 'M8.5 4.5 14 10l-5.5 5.5', () => actions.step(1), alone),
    iconButton('Close', 'M5 5l10 10M15 5 5 15', () => actions.dismiss()),
  );
}

function iconButton(name: string, path: string, act: () => void, disabled = false): HTMLButtonElement {
  const icon = svgElement(
    'svg',
    { viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svgElement('path', { d: path }),
  );
  return button({ 'aria-label': name, title: name, disabled }, act, icon);
}

/** One tab a claim, worst first; the chosen one's panel is shown. */
function tabs(known: readonly Known[], panels: readonly HTMLElement[], database: Database): HTMLElement {
  const choose = (chosen: number) => {
    for (const [i, tab] of all.entries()) {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
    }
    for (const [i, panel] of panels.entries()) panel.hidden = i !== chosen;
  };
  const all = known.map(({ made, claim }, i) =>
    button(
      { role: 'tab', id: `tab-${i}`, 'aria-controls': `panel-${i}`, title: claim.statement },
      () => choose(i),
      verdictSign(made.verdict),
      element('span', {}, tabName(claim, known, database)),
      element('span', { class: 'unseen' }, `(${verdictStyles[made.verdict].words})`),
    ),
  );
  for (const [i, panel] of panels.entries()) {
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${i}`);
  }
  choose(0);
  return element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Claims in this sentence' }, ...all);
}

/** "Pain", or "Pain, fibromyalgia" where conditions differ; a claim without an outcome has no shorter name than itself. */
function tabName(claim: Claim, known: readonly Known[], database: Database): string {
  if (claim.outcome === 'any') return shortened(claim.statement, 44);
  const outcome = capital(conceptName(claim.outcome, database));
  const differ = new Set(known.map((one) => one.claim.condition)).size > 1;
  if (!differ || claim.condition === 'any') return outcome;
  return `${outcome}, ${conceptName(claim.condition, database)}`;
}

function claimPanel(
  { made, claim }: Known,
  index: number,
  content: CardContent,
  database: Database,
  actions: ContentActions,
  status: Promise<DatabaseStatus> | undefined,
): HTMLElement {
  const { quote, start } = content;
  const { stale, line } = freshness(status);
  const more = (study: Study) => {
    const name = element('span', { class: 'unseen' }, `: ${study.citation}`);
    return button({ class: 'link' }, () => actions.openLibrary(study.id), 'All about this study', name);
  };
  const why = { title: 'Why is this marked?', body: [reasonsBlock(quote, start, made, claim.statement)] };
  return element(
    'div',
    { class: 'claim', id: `panel-${index}` },
    element('h2', {}, verdictMark(made.verdict)),
    stale,
    element('p', { class: 'answer', id: `answer-${index}` }, claim.answer),
    changeNote(claim, database),
    comparison(quote, made, claim),
    partsBlock(claim),
    fitBlock(fitNotes(quote, made, claim, database)),
    element('p', { class: 'summary' }, claim.summary),
    element('div', { class: 'blocks' }, ...evidenceBlocks(claim, database, more).map(folded), folded(why)),
    claimActions(claim, made, content, database, actions),
    element('p', { class: 'foot' }, `${datesLine(claim, database)} `, line, element('strong', {}, notAdvice)),
  );
}
