import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE, ROOT, run, stop } from './project.mjs';

const OLDEST_NODE = 20;

/** Installs the dependencies unless exactly those of package-lock.json are there already. */
export function install() {
  demandNode();
  if (isInstalled()) return;
  const lock = existsSync(join(ROOT, 'package-lock.json'));
  console.error('Đang cài đặt / installing the parts (about a minute, the first time only) ...');
  const args = [lock ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'];
  const attempt = () => npm(args, { stdio: ['ignore', 2, 2] }).status === 0;
  // A download that breaks off leaves nothing useful behind; the second try begins from the cache.
  if (!attempt() && !attempt()) {
    stop('The parts could not be installed: look at the lines above, check the network, and try again.');
  }
  if (!nodeRuns()) {
    stop(
      "The project's Node does not run: npm must be allowed to run install scripts (npm config set ignore-scripts false), and the system must be Linux with glibc or macOS, on x64 or arm64.",
    );
  }
}

function demandNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE) {
    stop(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer.`);
  }
}

/** npm keeps a list of what it installed; every part of the lock that is not optional must be on it. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const isThere = ([path, { version, optional, devOptional, peer }]) =>
    path === '' || optional || devOptional || peer || present[path]?.version === version;
  return Object.entries(wanted).every(isThere) && nodeRuns();
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

function nodeRuns() {
  return spawnSync(NODE, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The npm that called us, or the one on the PATH. */
function npm(args, options) {
  const script = process.env.npm_execpath;
  const [program, ...before] = script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
  const result = spawnSync(program, [...before, ...args], { cwd: ROOT, ...options });
  if (result.error) stop('npm is missing: install it beside Node and try again.');
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  run(NODE, ['--version']);
}
