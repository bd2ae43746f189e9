/** Where a browser that can run LDN Lens is on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { getInstalledBrowsers } from '@puppeteer/browsers';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

/** Browsers of our own live here, out of git's sight. */
export const browsersFolder = join(import.meta.dirname, '../../.browsers');

/** The oldest version of each that the extension's manifest admits. */
export const oldestVersion: Readonly<Record<BrowserName, number>> = { chromium: 131, firefox: 140 };

const onPath: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const elsewhere: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...windowsFolders().map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windowsFolders().map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  ],
};

/** The path of a browser that starts and is new enough: the machine's own first, then one that we downloaded. */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const own = onPath[name].flatMap((command) => pathsOf(command));
  const candidates = [...own, ...elsewhere[name], ...(await downloaded(name))];
  return candidates.find((path) => isUsable(path, oldestVersion[name]));
}

function pathsOf(command: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, process.platform === 'win32' ? `${command}.exe` : command));
}

async function downloaded(name: BrowserName): Promise<string[]> {
  if (name === 'chromium') return [chromium.executablePath()];
  const installed = await getInstalledBrowsers({ cacheDir: browsersFolder });
  return installed.filter(({ browser }) => browser === name).map(({ executablePath }) => executablePath);
}

function isUsable(path: string, oldest: number): boolean {
  if (!existsSync(path) || isSnap(path)) return false;
  // On Windows a browser asked for its version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && Number(/(\d+)\.\d/.exec(stdout)?.[1]) >= oldest;
}

/** Snaps may read neither dot folders nor /tmp, where the built extension and the profile are. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (/(^|\/)snap(\/|$)/.test(real)) return true;
  return statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/bin/');
}

function windowsFolders(): string[] {
  const { ProgramFiles, 'ProgramFiles(x86)': programFilesX86, LOCALAPPDATA } = process.env;
  return [ProgramFiles, programFilesX86, LOCALAPPDATA].flatMap((folder) => folder ?? []);
}
