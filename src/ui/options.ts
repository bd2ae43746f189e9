/** The options page: every choice with what it does, in plain words. */
import { changesBlock } from './changes.ts';
import { statusBlock } from './database-status.ts';
import { button, element } from './element.ts';
import { legend } from './legend.ts';
import { type Choices, type OptionsActions, type OptionsView, siteIn } from './options-view.ts';
import { shortcutTable } from './shortcut-table.ts';
import { count, notAdvice } from './words.ts';

/** Shows the page in place of what stood there; whoever had the focus keeps it. */
export function renderOptions(root: HTMLElement, view: OptionsView, actions: OptionsActions): void {
  const focused = document.activeElement?.id;
  const section = document.activeElement?.closest('section')?.id;
  root.replaceChildren(
    element('header', {}, element('h1', {}, 'LDN Lens: options')),
    element(
      'main',
      {},
      marksSection(view.choices, actions),
      sitesSection(view.choices, actions),
      mutedSection(view, actions),
      shortcutsSection(view, actions),
      databaseSection(view, actions),
      privacySection(),
    ),
  );
  if (!focused && !section) return;
  const again = (focused && document.getElementById(focused)) || document.querySelector(`#${section} h2`);
  if (again instanceof HTMLElement) again.focus();
}

function part(id: string, title: string, ...body: readonly (Node | undefined)[]): HTMLElement {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title`, tabindex: -1 }, title),
    ...body,
  );
}

function marksSection({ marks, painter, announce }: Choices, actions: OptionsActions): HTMLElement {
  const choose = (value: Choices['painter']) => () => void actions.choose({ painter: value });
  return part(
    'marks',
    'Marks in the page',
    legend(),
    toggle(
      'mark',
      marks,
      'Mark claims in the page',
      'Off: pages stay unmarked; the toolbar button still counts and lists the claims.',
      (on) => actions.choose({ marks: on }),
    ),
    element(
      'fieldset',
      { disabled: !marks },
      element('legend', {}, 'How to mark'),
      radio(
        'highlights',
        painter === 'highlights',
        'Leave the page untouched (recommended)',
        'The browser draws the lines. The page’s own content is not changed at all.',
        choose('highlights'),
      ),
      radio(
        'elements',
        painter === 'elements',
        'Put the marks into the page',
        'They stay when you save or clip a page. Pages that redraw themselves, such as web apps, can lose words or break.',
        choose('elements'),
      ),
    ),
    toggle(
      'announce',
      announce,
      'Tell screen readers once how many claims a page makes',
      `One polite sentence when a page has been read. Nothing is ever spoken into the text.${canSpeak() ? '' : cannotSpeak}`,
      (on) => actions.choose({ announce: on }),
    ),
  );
}

const cannotSpeak =
  ' This browser is too old for that: the toolbar button’s name and the popup say it instead.';

/** Can a script say something to a screen reader without an element to say it in? */
function canSpeak(): boolean {
  return 'ariaNotify' in document;
}

function sitesSection({ sitesOff }: Choices, actions: OptionsActions): HTMLElement {
  const rest = (site: string) => sitesOff.filter((one) => one !== site);
  const rows = sitesOff.map((site) =>
    row(site === 'file:' ? 'Local files' : site, 'Switch on', () => actions.choose({ sitesOff: rest(site) })),
  );
  const entry = element('input', {
    id: 'site',
    type: 'text',
    inputmode: 'url',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const wrong = element('p', { class: 'wrong', role: 'alert' });
  const form = element(
    'form',
    { class: 'entry' },
    element('label', { for: 'site' }, 'Switch off for a site'),
    entry,
    element('button', { type: 'submit' }, 'Switch off'),
    wrong,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const site = siteIn(entry.value);
    if (site) void actions.choose({ sitesOff: [...rest(site), site].sort() });
    else wrong.textContent = 'Write a site’s name, such as www.example.org.';
  });
  return part(
    'sites',
    'Sites switched off',
    rowsOr(rows, 'None. The toolbar popup switches the site you are on.'),
    form,
  );
}

function mutedSection({ choices, claims }: OptionsView, actions: OptionsActions): HTMLElement {
  const { mutedClaims } = choices;
  const rows = mutedClaims.map((id) =>
    row(claims.find((claim) => claim.id === id)?.statement ?? id, 'Mark again', () =>
      actions.choose({ mutedClaims: mutedClaims.filter((one) => one !== id) }),
    ),
  );
  return part(
    'muted',
    'Claims not marked',
    rowsOr(rows, 'None. A card’s “Mute this claim” puts a claim here.'),
  );
}

function shortcutsSection({ shortcuts }: OptionsView, actions: OptionsActions): HTMLElement {
  return part(
    'shortcuts',
    'Keyboard',
    shortcutTable(shortcuts),
    button({ id: 'change-shortcuts' }, () => void actions.openShortcuts(), 'Change shortcuts'),
  );
}

function databaseSection(view: OptionsView, actions: OptionsActions): HTMLElement {
  const { database, claims, studies } = view;
  const contents = `${count(claims.length, 'claim', 'claims')}, ${count(studies, 'study or source', 'studies and sources')}`;
  return part(
    'database',
    'Evidence database',
    statusBlock(database, () => actions.checkNow()),
    changesBlock({ claims, date: database.date }, ({ id, statement }) =>
      button({ class: 'link' }, () => void actions.openLibrary(id), statement),
    ),
    element('p', { class: 'quiet' }, `The database holds ${contents}.`),
    button({ id: 'library' }, () => void actions.openLibrary(), 'Open the evidence library'),
  );
}

function privacySection(): HTMLElement {
  return part(
    'privacy',
    'Privacy',
    element(
      'p',
      {},
      'Pages are read on this device. No page text, no address and no reading habit leaves it, and there is no account.',
    ),
    element(
      'p',
      {},
      'The only thing ever asked for is a newer database, where this build has a place to ask. The question says nothing about you.',
    ),
    element('p', {}, element('strong', {}, notAdvice)),
  );
}

function toggle(
  id: string,
  on: boolean,
  name: string,
  meaning: string,
  changed: (on: boolean) => void | Promise<void>,
): HTMLElement {
  const box = element('input', {
    id,
    type: 'checkbox',
    role: 'switch',
    checked: on,
    'aria-describedby': `${id}-meaning`,
  });
  box.addEventListener('change', () => void changed(box.checked));
  return element(
    'div',
    { class: 'choice' },
    element('label', { class: 'switch' }, box, element('span', {}, name)),
    element('p', { class: 'quiet', id: `${id}-meaning` }, meaning),
  );
}

function radio(id: string, chosen: boolean, name: string, meaning: string, choose: () => void): HTMLElement {
  const box = element('input', {
    id,
    type: 'radio',
    name: 'painter',
    checked: chosen,
    'aria-describedby': `${id}-meaning`,
  });
  box.addEventListener('change', choose);
  return element(
    'div',
    { class: 'choice' },
    element('label', { class: 'radio' }, box, element('span', {}, name)),
    element('p', { class: 'quiet', id: `${id}-meaning` }, meaning),
  );
}

function row(name: string, act: string, acted: () => void | Promise<void>): HTMLElement {
  const does = element('span', { class: 'unseen' }, `: ${name}`);
  return element(
    'li',
    {},
    element('span', {}, name),
    button({}, () => void acted(), act, does),
  );
}

function rowsOr(rows: readonly HTMLElement[], none: string): HTMLElement {
  return rows.length ? element('ul', { class: 'rows' }, ...rows) : element('p', { class: 'quiet' }, none);
}
