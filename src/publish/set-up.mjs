/**
 * node src/publish/set-up.mjs [--quiet] FILE.ts [ARGUMENT ...]
 *
 * Runs one of our TypeScript programs on a machine where nothing is set up yet: installs the packages that
 * package-lock.json names, unless they are there, then runs the program on the Node that came with them. So this file
 * is plain JavaScript, without dependencies, for whatever Node (20 or newer) the machine has.
 * Everything it says goes to stderr; with --quiet it speaks only when something is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
/** The first Node that runs TypeScript files as they are. */
const typeScriptNode = [22, 18];

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const isQuiet = process.argv[2] === '--quiet';
const [program, ...programArguments] = process.argv.slice(isQuiet ? 3 : 2);

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  giveUp(`LDN Lens needs Node ${oldestNode} or newer, and this is Node ${process.versions.node}.`);
}
if (!program) giveUp('Which program? usage: node src/publish/set-up.mjs [--quiet] FILE.ts [ARGUMENT ...]');
if (!hasPackages()) installPackages();
const node =
  nodeForTypeScript() ??
  giveUp('The packages came without a newer Node: run "npm rebuild node" and try again.');

// Ctrl-C reaches the program as well; it ends by itself, and we after it.
process.on('SIGINT', () => {});
// What the program starts in its turn shall find the same Node first.
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
const { status, error } = spawnSync(node, [program, ...programArguments], { stdio: 'inherit', env });
if (error) giveUp(`${node} cannot be run: ${error.message}`);
process.exitCode = status ?? 1;

/** Whether what is installed is what package-lock.json says; compared by content, since a checkout changes all dates. */
function hasPackages() {
  const installed = join(top, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesIn(join(top, 'package-lock.json'));
  const present = packagesIn(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional),
  );
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function installPackages() {
  if (!isQuiet) console.error('Installing the packages (once; about a minute) ...');
  const [command, ...start] = npm();
  const { status, error, stdout, stderr } = spawnSync(
    command,
    [...start, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: top, encoding: 'utf8', shell: command === 'npm.cmd' },
  );
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}`.trim());
  giveUp(
    `The packages could not be installed${error ? `: ${error.message}` : ''}. Is the network up? Then run it again.`,
  );
}

/** The npm that started us, else the one on PATH. */
function npm() {
  const path = process.env.npm_execpath ?? '';
  if (basename(path) === 'npm-cli.js') return [process.execPath, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function nodeForTypeScript() {
  const packaged = ['node', 'node.exe']
    .map((name) => join(top, 'node_modules/node/bin', name))
    .find(existsSync);
  if (packaged) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [first, firstMinor] = typeScriptNode;
  return major > first || (major === first && minor >= firstMinor) ? process.execPath : undefined;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
