import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Part } from './part.mjs';
import { answers, says } from './ready.mjs';

const AMBIGUOUS = fileURLToPath(new URL('./ambiguous.mjs', import.meta.url));
const SINK = fileURLToPath(new URL('./mail-sink.mjs', import.meta.url));

/** An API of the stage, on a port of its own. */
export function apiPart(scene, number, port) {
  const { addresses, programs } = scene;
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: `${port}`, DATABASE_URL: addresses.api, QUEUE_URL: addresses.queue };
  const ready = answers(`${url}/health/live`);
  return Object.assign(nodePart(scene, { name: `api ${number}`, script: programs.api, env, ready }), { url });
}

/** A worker of the stage; it works as soon as it speaks of its queue. */
export function workerPart(scene, number) {
  const { addresses, programs } = scene;
  const env = {
    DATABASE_URL: addresses.worker,
    QUEUE_URL: addresses.queue,
    SMTP_URL: addresses.mail,
    LOG_LEVEL: 'info',
  };
  return nodePart(scene, { name: `worker ${number}`, script: programs.worker, env, ready: says(/queue/i) });
}

/** The mail server of the stage. */
export function mailPart(port, file, note) {
  const part = new Part({
    name: 'mail',
    command: [process.execPath, SINK, `${port}`, file],
    env: { PATH: process.env.PATH },
    ready: says(/ready/),
    note,
  });
  return Object.assign(part, { port });
}

/** The naive version is not lied to: emptying its queue is enough. */
const isLiedTo = (script) => script.startsWith('dist/');

function nodePart(scene, { name, script, env, ready }) {
  const { tree, seed, folder, note, hits } = scene;
  const preload = isLiedTo(script) ? ['--import', AMBIGUOUS] : [];
  let starts = 0;
  return new Part({
    name,
    command: [process.execPath, ...preload, resolve(tree, script)],
    env: { ...scene.env, ...env },
    cwd: tree,
    ready,
    note,
    onMessage: (message) => hits.hear(name, message),
    greeting: () => {
      starts += 1;
      return { seed: `${seed} ${name} ${starts}`, rate: hits.rate, hits: hits.known() };
    },
    log: join(folder, `${name}.log`),
  });
}
