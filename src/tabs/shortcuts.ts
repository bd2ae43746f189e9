/** The browser's own list of our keyboard commands, with the keys they have now. */
import { browser } from '../browser.ts';

/** Browsers list them in an order of their own. */
const order: readonly string[] = ['next-claim', 'previous-claim', 'open-card', '_execute_action'];

/** Commands with their keys of the moment; none on devices without a keyboard. */
export async function readShortcuts(): Promise<{ name: string; key: string }[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  const placeOf = ({ name = '' }) => order.indexOf(name);
  return commands
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(({ name = '', description = '', shortcut = '' }) => ({
      name: description || (name === '_execute_action' ? browser.i18n.getMessage('commandListClaims') : name),
      key: shortcut,
    }));
}

/** Opens the page of the browser in which keys are changed. */
export async function openShortcutSettings(): Promise<void> {
  const commands: typeof browser.commands & { openShortcutSettings?: () => Promise<void> } = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
