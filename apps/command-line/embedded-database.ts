import { randomBytes } from 'node:crypto';
import type { Env } from '#config/env';
import { DataDirectory, type PostgresAccess, type Running } from './data-directory.js';
import { type DiskGuard, guardDisk, layBallast } from './disk-guard.js';
import { freePort, isFree } from './ports.js';
import { startPostgres } from './postgres-server.js';

/** A database that answers, and how to let go of it. */
export interface OpenDatabase {
  url: string;
  /** Settles when an embedded server has ended, wanted or not; never for a server of somebody else's. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * Claims the data directory and opens the database: the one at DATABASE_URL, else the embedded one.
 * @param url address of the web application; null for a command.
 * @throws SetupError when somebody else runs on the directory, or the server does not come up.
 */
export async function openDatabase(
  env: Env,
  data: DataDirectory,
  purpose: Running['purpose'],
  url: string | null,
): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    data.claim({ purpose, url, databaseUrl: env.DATABASE_URL });
    return { url: env.DATABASE_URL, ended: new Promise(() => {}), close: async () => data.release() };
  }
  const access = await postgresAccess(data);
  const databaseUrl = `postgres://postgres:${access.password}@127.0.0.1:${access.port}/postgres`;
  data.claim({ purpose, url, databaseUrl });
  const options = { ...access, directory: data.postgres, logFile: data.logFile('postgres') };
  const server = await startPostgres(options).catch((error) => {
    data.release();
    throw error;
  });
  const guard = purpose === 'application' ? await watchDisk(data, databaseUrl) : null;
  const close = async () => {
    await guard?.stop();
    await server.stop();
    data.release();
  };
  return { url: databaseUrl, ended: server.ended, close };
}

/** The application runs for weeks: its disk is watched. A command is over before the disk is full. */
async function watchDisk(data: DataDirectory, databaseUrl: string): Promise<DiskGuard> {
  await layBallast(data.ballast, data.path);
  const { path: folder, ballast } = data;
  return guardDisk({ folder, ballast, databaseUrl, tell: (sentence) => console.error(sentence) });
}

/**
 * Gives a command the address of the database, wherever it is: at DATABASE_URL, with the running
 * application, or embedded and started for as long as the command takes.
 * @throws SetupError when another command holds the embedded database at this moment.
 */
export async function withDatabase<Result>(
  env: Env,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  if (env.DATABASE_URL) return work(env.DATABASE_URL);
  const data = DataDirectory.open(env.DATA_DIR);
  const running = data.running();
  if (running?.purpose === 'application') return work(running.databaseUrl);
  const opened = await openDatabase(env, data, 'command', null);
  try {
    return await work(opened.url);
  } finally {
    await opened.close();
  }
}

/** The port and password of the first time; another port only when somebody took ours. */
async function postgresAccess(data: DataDirectory): Promise<PostgresAccess> {
  const known = data.postgresAccess();
  const access = {
    port: known && (await isFree(known.port)) ? known.port : await freePort(),
    password: known?.password ?? randomBytes(24).toString('base64url'),
  };
  data.keepPostgresAccess(access);
  return access;
}
