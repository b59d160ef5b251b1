import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Measured } from '../measure.js';
import type { BenchOffice } from '../office/bench-office.js';
import { FIRST_VERSION, WAY } from '../office/way.js';
import { say } from '../say.js';
import type { Round } from './ours.js';

const FOLDER = resolve('bench/peers');

/** Installs the peers into their own folder, once. @throws when the packages cannot be had. */
export function installPeers(): void {
  if (existsSync(`${FOLDER}/node_modules/bullmq`)) return;
  say('Installing the peers into bench/peers ...');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The peers could not be installed: the lines above say why.');
}

/** One round of a peer, in a process of its own. `settings` are the peer's. */
export async function runPeer(
  bench: BenchOffice,
  name: string,
  { inFlight, range, warmUp }: Round,
  settings: object = {},
): Promise<Measured> {
  const versions = [...WAY.keys()].map((index) => FIRST_VERSION + index);
  const round = { databaseUrl: bench.databaseUrl, lanes: inFlight, range, warmUp, versions, ...settings };
  return JSON.parse(await runPeerScript('measure.mjs', [name, JSON.stringify(round)]));
}

/** Runs a script of the peers' folder. @returns its last line. @throws when it fails. */
export async function runPeerScript(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', script, ...args], {
    cwd: FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const line = output.trim().split('\n').at(-1);
  if (code !== 0 || !line) throw new Error(`${script} ${args[0]} ended with code ${code}.`);
  return line;
}
