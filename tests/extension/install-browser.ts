/** Gets a browser onto a machine that has none: its makers' download first, then the system's packages. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { type BrowserName, browsersFolder, findBrowser, oldestVersion } from './find-browser.ts';

/** A browser is missing and could not be installed; the message says in one sentence what to do. */
export class BrowserMissing extends Error {}

const debianPackage: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const playwright = join(import.meta.dirname, '../../node_modules/playwright/cli.js');

/** The path of a browser, installed if need be. `say` hears what takes time. */
export async function ensureBrowser(name: BrowserName, say: (line: string) => void): Promise<string> {
  const found = await findBrowser(name);
  if (found) return found;
  for (const way of [download, installPackage, installLibraries]) {
    if (!(await way(name, say))) continue;
    const installed = await findBrowser(name);
    if (installed) return installed;
  }
  throw new BrowserMissing(whatToDo(name));
}

/** True where something was installed: then it is worth another look. */
type Way = (name: BrowserName, say: (line: string) => void) => boolean | Promise<boolean>;

const download: Way = async (name, say) => {
  say(`No ${nameOf(name)} found; downloading one ...`);
  if (name === 'chromium') return run(process.execPath, [playwright, 'install', 'chromium']);
  // Playwright's Firefox is a build of its own that takes no extensions; Mozilla's does.
  const platform = detectBrowserPlatform();
  if (!platform) return false;
  try {
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
    await install({ browser: Browser.FIREFOX, buildId, platform, cacheDir: browsersFolder });
    return true;
  } catch {
    return false; // no way to the download: the system's packages may still have one
  }
};

const installPackage: Way = (name, say) => {
  if (!isRoot() || system() !== 'debian') return false;
  say(`The download did not do; installing the package ${debianPackage[name]} ...`);
  run('apt-get', ['update']);
  return run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage[name]]);
};

/** Ubuntu's own browser packages are snaps, which cannot be used; a downloaded browser may lack system libraries. */
const installLibraries: Way = (name, say) => {
  if (!isRoot() || system() !== 'ubuntu') return false;
  say('Installing the system libraries that the browser needs ...');
  return run(process.execPath, [playwright, 'install-deps', name]);
};

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function system(): 'debian' | 'ubuntu' | 'other' {
  const file = '/etc/os-release';
  const id = existsSync(file) ? /^ID="?(\w+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return id === 'debian' || id === 'ubuntu' ? id : 'other';
}

function nameOf(name: BrowserName): string {
  return name === 'chromium' ? 'Chromium' : 'Firefox';
}

function whatToDo(name: BrowserName): string {
  const wanted = `${nameOf(name)} ${oldestVersion[name]} or newer`;
  const how = existsSync('/etc/debian_version') ? ` (sudo apt-get install ${debianPackage[name]})` : '';
  return `There is no ${wanted} here and none could be installed: please install one${how} and run this again.`;
}
