/** The options page. */
import '../../src/ui/options.css';
import { ask } from '../../src/messages.ts';
import { changeSettings, readSettings, watchSettings } from '../../src/settings.ts';
import { openShortcutSettings, readShortcuts } from '../../src/tabs/shortcuts.ts';
import { renderOptions } from '../../src/ui/options.ts';
import type { OptionsActions } from '../../src/ui/options-view.ts';
import { dressPage } from '../../src/ui/own-page.ts';

/** the version of the database that the page shows */
let shown: number | undefined;
const root = document.getElementById('options') ?? document.body;

const actions: OptionsActions = {
  choose: async (change) => {
    const { sitesOff, mutedClaims, ...rest } = change;
    await changeSettings({
      ...rest,
      ...(sitesOff && { sitesOff: [...sitesOff] }),
      ...(mutedClaims && { mutedClaims: [...mutedClaims] }),
    });
  },
  openShortcuts: openShortcutSettings,
  checkNow: async () => {
    const status = await ask('checkNow');
    if (status.version !== shown) void show();
    return status;
  },
  openLibrary: (at) => ask('openLibrary', at),
};

async function show(): Promise<void> {
  const [choices, { claims, studies }, database, shortcuts] = await Promise.all([
    readSettings(),
    ask('getDatabase'),
    ask('getDatabaseStatus'),
    readShortcuts(),
  ]);
  shown = database.version;
  renderOptions(root, { choices, claims, studies: studies.length, database, shortcuts }, actions);
}

dressPage();
watchSettings(() => void show());
// shortcuts are changed in a page of the browser: what they are now is seen on coming back
window.addEventListener('focus', () => void show());
void show();
