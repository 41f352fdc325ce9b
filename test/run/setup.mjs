// Runs before every command, on whatever Node the machine has (20 or newer) and before anything is installed:
// plain JavaScript, no dependency. What follows runs on the Node 24 that `npm ci` brings along.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWords } from './words.mjs';

const NEEDED = 24;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether what is installed is what the lockfile names; npm writes the hidden lockfile last. */
function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

/** Installs with the npm that called us. Everything it says goes to stderr: the command owns stdout. */
function install() {
  console.error('Installing what Musubi is built with (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  // npm's own Node, not ours: ours may be the very one in node_modules that npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const ran = npm
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (ran.status === 0) return true;
  console.error(`npm ci failed${ran.error ? `: ${ran.error.message}` : ''}. Its own words are above.`);
  return false;
}

/** Version of the `node` that npm will find for the next script: a fresh look at the path, not this process. */
function nextNode() {
  const path = [`${root}node_modules/.bin`, process.env.PATH ?? ''].join(delimiter);
  const asked = spawnSync('node', ['--version'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return (asked.stdout ?? '').trim();
}

/** Joins the folders' words into what all of them import. */
function join() {
  try {
    writeWords(root);
    return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
}

function main() {
  if (!isInstalled() && !install()) return 1;
  if (!join()) return 1;
  const version = nextNode();
  if (Number(version.slice(1).split('.')[0]) >= NEEDED) return 0;
  console.error(
    `Musubi needs Node ${NEEDED} or newer and found ${version || 'none'}: on Linux x64 npm brings it along, elsewhere install it from https://nodejs.org and try again.`,
  );
  return 1;
}

process.exitCode = main();
