import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the project runs on, installed like any other dependency. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** Ends the script with one sentence that says what to do. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program to its end with the terminal it would have alone; returns its exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) stop(`${program} cannot be run: ${error.message}`);
  return status ?? 1;
}

/**
 * Runs a script of the project on its own Node until it ends, hands every request to stop on to it,
 * and ends with its exit code. The child notices by itself when this process is killed.
 */
export function become(script, args) {
  const child = spawn(NODE, ['--enable-source-maps', script, ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithParent(child);
  child.on('error', (error) => stop(`The project's Node cannot be run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** An npm that was killed tells nobody: its number as our parent changes. */
function stopWithParent(child) {
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) child.kill('SIGTERM');
  }, 1_000).unref();
}

/** Digest of the content of files and folders, for "has anything changed since". */
export function digestOf(paths) {
  const digest = createHash('sha256');
  const add = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (name !== 'node_modules') add(join(path, name));
    } else {
      digest.update(path).update('\0').update(readFileSync(full));
    }
  };
  for (const path of paths) add(path);
  return digest.digest('hex');
}
