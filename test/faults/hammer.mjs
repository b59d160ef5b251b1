import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { tamper } from './judge/tamper.mjs';
import { WITNESS } from './judge/witness.mjs';
import { randomOf } from './random.mjs';
import { passPauses, settle } from './settle.mjs';
import { unseenSites } from './stage/built-sites.mjs';
import { breakStage } from './stage/faults.mjs';
import { AGENCIES } from './stage/installation.mjs';
import { openStage } from './stage/stage.mjs';

/*
 * One fault run from beginning to end: a whole installation, people who use it, faults, quiet, and the judge.
 *   node test/faults/hammer.mjs --backend redis --kills 50 --commands 2500 [--seed 1a2b3c4d] [--empties 5]
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const say = (text) => console.error(text);
const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const REAL = { api: 'dist/apps/api/main.js', worker: 'dist/apps/worker/main.js' };
const NAIVE = { api: fileOf('./naive/api.mjs'), worker: fileOf('./naive/worker.mjs') };

const USUAL = {
  kills: 50,
  empties: 0,
  commands: 2_500,
  rate: 0.01,
  lanes: 16,
  replays: 300,
  patience: 20,
  pause: [50, 400],
  tree: ROOT,
  naive: false,
  tamper: false,
  keep: false,
};

/**
 * @param options.backend 'postgres' or 'redis'.
 * @param options.kills processes killed; `empties` times the queue is emptied; `commands` given meanwhile.
 * @param options.rate share of statements and queue commands that lose their connection.
 * @param options.seed brings the plan back; random unless given.
 * @param options.tree folder of the built application; `naive` runs the version that trusts its queue.
 * @param options.replays acknowledged commands that are sent once more at the end.
 * @param options.patience seconds that everything may take to settle, with all its pauses; what still waits then
 *   is given another round in which the pauses are over.
 * @param options.tamper makes the record wrong at the end, in every way, and has it judged again.
 * @param options.keep leaves the files of the run where they are.
 * @returns what the judge found and everything that was counted.
 */
async function hammer(options) {
  const run = { ...USUAL, seed: randomBytes(4).toString('hex'), ...options };
  const { tree, backend, seed, naive } = run;
  say(`seed ${seed} on ${backend}`);
  const stage = await openStage({ tree, backend, seed, programs: naive ? NAIVE : REAL });
  try {
    await witness(stage.postgres.url);
    await stage.start();
    const fire = await underFire(stage, run);
    const settled = await quietDown(stage, run);
    const { postgres, files, urls, people } = stage;
    const order = { databaseUrl: postgres.url, files, urls, people, seed, replays: run.replays };
    const { measured, ...verdict } = await askJudge(order);
    const sites = Object.fromEntries([...stage.sites].sort());
    const unseen = naive ? [] : unseenSites(tree, Object.keys(sites));
    const findings = findingsOf(verdict);
    const seen = run.tamper ? await judgeTampered(order) : null;
    return { seed, backend, ...fire, settled, findings, measured, sites, unseen, seen };
  } finally {
    await stage.close(run);
  }
}

/** The load, and the faults, until both are over. */
async function underFire(stage, { seed, commands, lanes, rate, kills, empties, pause }) {
  const load = fork(fileOf('./load/load.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const progress = follow(load, commands);
  const { urls, people, files } = stage;
  load.send({ urls, people, agencies: AGENCIES, seed, commands, lanes, ledgerPath: files.ledger });
  await progress.begun;
  const begunAt = Date.now();
  stage.setRate(rate);
  const plan = { kills, empties, pause, moved: progress.moved, isOver: progress.isOver };
  const [faults, answered] = await Promise.all([breakStage(stage, plan, randomOf(seed)), progress.ended]);
  stage.setRate(0);
  return { underFireMs: Date.now() - begunAt, faults, answered };
}

async function witness(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(WITNESS);
  await client.end();
}

/** How far the load has come, from what it tells. */
function follow(load, commands) {
  let sent = 0;
  let isOver = false;
  let last = Date.now();
  const begun = new Promise((resolve, reject) => {
    load.on('message', ({ ready }) => ready && resolve());
    load.once('exit', (code) => reject(new Error(`the load ended with code ${code}`)));
  });
  const ended = new Promise((resolve, reject) => {
    load.on('message', (message) => {
      if (message.sent !== undefined) sent = message.sent;
      if (Date.now() - last > 5_000) {
        last = Date.now();
        say(`${sent} commands of ${commands}`);
      }
      if (!message.ended) return;
      isOver = true;
      resolve(message.ended);
    });
    load.once('exit', (code) => reject(new Error(`the load ended with code ${code}`)));
  });
  return { begun, ended, moved: () => sent / commands, isOver: () => isOver };
}

/** No more faults: everything comes back, then everything that waits is waited for. */
async function quietDown(stage, { patience, naive: isNaive }) {
  while (!stage.isWhole()) await sleep(50);
  const byItself = await settle(stage.postgres.url, patience * 1_000);
  say(`settled: ${JSON.stringify(byItself)}`);
  if (byItself.alarms + byItself.messages === 0 || isNaive) return { byItself };
  await Promise.all(stage.workers.map((worker) => worker.stop()));
  await passPauses(stage.postgres.url);
  await Promise.all(stage.workers.map((worker) => worker.start()));
  const afterPauses = await settle(stage.postgres.url, 30_000);
  say(`settled after the pauses: ${JSON.stringify(afterPauses)}`);
  return { byItself, afterPauses };
}

/** @returns the kinds of wrong that the judge sees in a record that was made wrong. */
async function judgeTampered(order) {
  await tamper(order.databaseUrl, order.files);
  const { measured, ...verdict } = await askJudge({ ...order, replays: 0 });
  return [...new Set(findingsOf(verdict).map((finding) => finding.split(':')[0]))];
}

async function askJudge(order) {
  const judge = fork(fileOf('./judge/judge.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  judge.send(order);
  const ended = once(judge, 'exit').then(([code]) => {
    throw new Error(`the judge ended with code ${code}`);
  });
  const [{ verdict }] = await Promise.race([once(judge, 'message'), ended]);
  ended.catch(() => {});
  return verdict;
}

/** Everything the judge found, in one list; empty when every promise was kept. */
function findingsOf({ commands, illegal, deadlines, messages, diedAlone }) {
  const groups = { ...commands, illegal, ...deadlines, ...messages, diedAlone };
  return Object.entries(groups).flatMap(([name, found]) => found.map((each) => `${name}: ${each}`));
}

const NUMBER = new Set(['kills', 'empties', 'commands', 'rate', 'lanes', 'patience', 'replays']);
const TEXT = ['backend', 'seed', 'tree', 'report'];

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const { values } = parseArgs({
  options: {
    ...Object.fromEntries([...NUMBER, ...TEXT].map((name) => [name, { type: 'string' }])),
    naive: { type: 'boolean' },
    tamper: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
});
const { report, ...options } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, NUMBER.has(name) ? Number(value) : value]),
);
const begun = Date.now();
const result = await hammer(options);
const seconds = Math.round((Date.now() - begun) / 1_000);
if (report) writeFileSync(report, JSON.stringify({ ...result, seconds }, null, 2));
const { sites, unseen, findings, ...shown } = result;
say(JSON.stringify({ ...shown, seconds, findings: findings.slice(0, 20) }, null, 2));
process.exit(findings.length === 0 ? 0 : 1);
