import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openProxy } from './cutting-proxy.mjs';
import { furnish, PASSWORD, PEOPLE } from './installation.mjs';
import { apiPart, mailPart, workerPart } from './parts.mjs';
import { Postgres } from './postgres.mjs';
import { redisPart } from './queue.mjs';

/**
 * A whole installation in real processes: PostgreSQL, the queue, a mail server, two APIs, two workers, and wires
 * between them that can be cut.
 * @param options.tree folder of the built application.
 * @param options.backend 'postgres' or 'redis'.
 * @param options.programs what runs as API and as worker: paths from the tree, or whole ones.
 * @param options.seed of the statements and commands that lose their connection.
 */
export async function openStage({ tree, backend, programs, seed }) {
  const { freePort } = await import(pathToFileURL(join(tree, 'dist/apps/command-line/ports.js')).href);
  const folder = makeFolder(tree);
  const files = {
    events: join(folder, 'events'),
    mails: join(folder, 'mails'),
    ledger: join(folder, 'ledger'),
  };
  const note = (what, part, more = {}) =>
    appendFileSync(files.events, `${JSON.stringify({ at: Date.now(), what, part, ...more })}\n`);

  const postgres = new Postgres({ tree, directory: folder, port: await freePort(), note });
  const queue = backend === 'redis' ? redisPart(await freePort(), folder, note) : null;
  const mail = mailPart(await freePort(), files.mails, note);
  await Promise.all([postgres.start(), queue?.start()]);
  const wires = await layWires(postgres, queue, mail);
  const env = environment(tree, folder);
  await furnish(tree, { ...env, DATABASE_URL: postgres.url }, postgres.url);

  const hits = countHits(note);
  const scene = {
    tree,
    programs,
    seed,
    folder,
    note,
    env,
    hits,
    addresses: addressesOf(postgres, queue, wires),
  };
  const apis = [apiPart(scene, 1, await freePort()), apiPart(scene, 2, await freePort())];
  const workers = [workerPart(scene, 1), workerPart(scene, 2)];
  const parts = [mail, ...apis, ...workers];
  return {
    ...{ files, note, postgres, queue, wires, apis, workers, mail, sites: hits.sites },
    queueAddress: { backend, redisPort: queue?.port, databaseUrl: postgres.url },
    urls: apis.map(({ url }) => url),
    people: PEOPLE.map(({ name, email }) => ({ name, email, password: PASSWORD })),
    start: () => Promise.all(parts.map((part) => part.start())),
    /** How often a statement or a queue command loses its connection, 0 to 1. */
    setRate(rate) {
      hits.rate = rate;
      for (const part of [...apis, ...workers]) part.tell({ rate });
    },
    isWhole: () => postgres.isUp && (!queue || queue.isUp) && parts.every(({ isUp }) => isUp),
    async close({ keep = false } = {}) {
      await Promise.all([...apis, ...workers].map((part) => part.stop()));
      await Promise.all([mail.stop('SIGKILL'), queue?.stop('SIGKILL')]);
      await Promise.all(Object.values(wires).map((wire) => wire.close()));
      await postgres.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** On the disk of the build: a temporary folder may be kept in memory, where nothing is ever synchronised. */
function makeFolder(tree) {
  const cache = join(tree, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'faults-'));
}

async function layWires(postgres, queue, mail) {
  return {
    api: await openProxy(postgres.port),
    worker: await openProxy(postgres.port),
    queue: await openProxy(queue?.port ?? postgres.port),
    mail: await openProxy(mail.port),
  };
}

/** What API and worker know each other's neighbours by: every address leads through a wire. */
function addressesOf(postgres, queue, wires) {
  const through = ({ port }) => Object.assign(new URL(postgres.url), { port: `${port}` }).href;
  return {
    api: through(wires.api),
    worker: through(wires.worker),
    queue: queue ? `redis://127.0.0.1:${wires.queue.port}` : through(wires.queue),
    mail: `smtp://127.0.0.1:${wires.mail.port}`,
  };
}

function environment(tree, folder) {
  return {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: join(tree, 'node_modules', '.cache', 'faults-compiled'),
    SECRET_KEY: 'a-secret-key-that-only-fault-runs-use',
    DEMO: 'off',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
  };
}

/** Which places of the program asked something, and which of them were hit, from what the processes tell. */
function countHits(note) {
  const sites = new Map();
  return {
    sites,
    rate: 0,
    hear(part, { site, kind }) {
      const known = sites.get(site) ?? { seen: 0, often: 0, before: 0, after: 0 };
      known[kind] += 1;
      sites.set(site, known);
      if (kind === 'before' || kind === 'after') note('ambiguous', part, { kind, site });
    },
    /** What a process that begins must know. */
    known: () =>
      [...sites].map(([site, { before, after }]) => [site, { before: before > 0, after: after > 0 }]),
  };
}
