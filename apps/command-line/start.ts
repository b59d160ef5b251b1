import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment, type Env } from '#config/env';
import { startMailboxSink } from '#notices';
import { announce } from './announce.js';
import { runCommand, SetupError } from './command.js';
import { DataDirectory } from './data-directory.js';
import { seedDemo } from './demo/seed-demo.js';
import { openDatabase } from './embedded-database.js';
import { isFree } from './ports.js';
import { SupervisedProcess } from './supervised-process.js';
import { inOffice } from './with-office.js';

const READY_WITHIN_MS = 90_000;

/** `npm start`: the whole application on this machine, until Ctrl-C. */
await runCommand(async (env) => {
  const data = DataDirectory.open(env.DATA_DIR);
  const stopping = stopRequest();
  await using running = new AsyncDisposableStack();
  try {
    await startAll(env, data, running, stopping);
    await aborted(stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  }
  if (stopping.signal.reason instanceof SetupError) throw stopping.signal.reason;
  console.log('\nĐang dừng / Stopping ...');
});

/** Starts the parts in order; `running` stops them in the opposite one: API, worker, mailbox, database. */
async function startAll(
  env: Env,
  data: DataDirectory,
  running: AsyncDisposableStack,
  stopping: AbortController,
): Promise<void> {
  const { signal } = stopping;
  const url = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const database = await openDatabase(env, data, 'application', url);
  running.defer(() => database.close());
  database.ended.then(() => stopping.abort(new SetupError('The database ended; npm start brings it back.')));
  await demandFreePort(env);

  console.log('Cơ sở dữ liệu / database ...');
  await inOffice({ ...env, PUBLIC_URL: url }, database.url, async (office) => {
    if (env.DEMO === 'on') await seedDemo(office);
  });
  signal.throwIfAborted();

  const environment = childEnvironment({
    DATABASE_URL: database.url,
    DATA_DIR: data.path,
    SECRET_KEY: env.SECRET_KEY ?? data.secretKey(),
    PUBLIC_URL: url,
    ...(await mailbox(env, data, running)),
  });
  for (const name of ['worker', 'api']) {
    const onGivenUp = (reason: string) => stopping.abort(new SetupError(reason));
    const script = `../${name}/main.js`;
    const part = new SupervisedProcess({ name, script, environment, logFile: data.logFile(name), onGivenUp });
    running.defer(() => part.stop());
  }
  const local = localAddress(env);
  await untilReady(local, signal);
  await announce({ url, local, isDemo: env.DEMO === 'on', logs: data.logFile('*') });
}

/** The demo's mail goes into a mailbox of our own, readable at /dev/mailbox; a real server is never replaced. */
async function mailbox(
  env: Env,
  data: DataDirectory,
  running: AsyncDisposableStack,
): Promise<Record<string, string>> {
  if (env.DEMO === 'off' || env.SMTP_URL) return {};
  const sink = await startMailboxSink({ dataDir: data.path });
  running.defer(() => sink.close());
  return { SMTP_URL: sink.url };
}

async function demandFreePort(env: Env): Promise<void> {
  if (await isFree(env.PORT, env.HOST)) return;
  throw new SetupError(
    `Port ${env.PORT} is taken by another program: choose one with PORT, such as PORT=${env.PORT + 1} npm start.`,
  );
}

/** Where this machine reaches its own API, whatever address the world uses. */
function localAddress(env: Env): string {
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  return `http://${host}:${env.PORT}`;
}

async function untilReady(local: string, signal: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(`${local}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > giveUpAt) throw new SetupError('The application did not get ready; its logs say why.');
    await sleep(100);
  }
}

/** Aborts when this process is asked to stop, or when whoever started it is gone. */
function stopRequest(): AbortController {
  const stopping = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(event, () => stopping.abort());
  }
  // Hearing of the end of whoever started us must not keep this process alive after its own end.
  process.channel?.unref();
  return stopping;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
