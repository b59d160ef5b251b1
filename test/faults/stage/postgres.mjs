import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const RETRY_MS = 500;

/**
 * The PostgreSQL of the stage, started as the application starts its own, with every setting of durability at its
 * real value. Killed, it comes back after a pause and recovers.
 */
export class Postgres {
  isUp = false;
  #server = null;
  #isStopped = false;

  constructor({ tree, directory, port, note }) {
    this.options = { tree, directory, port, note };
    this.port = port;
    this.url = `postgres://postgres:stage@127.0.0.1:${port}/postgres`;
  }

  async start() {
    const { tree, directory, port, note } = this.options;
    const { startPostgres } = await import(
      pathToFileURL(join(tree, 'dist/apps/command-line/postgres-server.js')).href
    );
    while (!this.#isStopped) {
      try {
        this.#server = await startPostgres({
          directory: join(directory, 'postgres'),
          port,
          password: 'stage',
          logFile: join(directory, 'postgres.log'),
          settings: ['max_connections=200'],
        });
        this.isUp = true;
        note('up', 'postgres');
        return;
      } catch (error) {
        note('notStarted', 'postgres', { lastWords: String(error.message) });
        await sleep(RETRY_MS);
      }
    }
  }

  /** Kills the postmaster; its other processes notice and end. */
  async killAndReturn(pause) {
    if (!this.isUp) return false;
    this.isUp = false;
    const server = this.#server;
    this.#kill(
      Number.parseInt(readFileSync(join(this.options.directory, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    );
    await server.ended;
    this.options.note('down', 'postgres');
    void sleep(pause).then(() => this.start());
    return true;
  }

  /** Kills one of the processes that serve connections: the postmaster ends all of them and recovers by itself. */
  async killBackend(chosen) {
    if (!this.isUp) return false;
    const client = await this.connect();
    let pids;
    try {
      const { rows } = await client.query(
        `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      pids = rows.map(({ pid }) => pid);
    } finally {
      await client.end().catch(() => {});
    }
    if (pids.length === 0) return false;
    this.isUp = false;
    this.#kill(chosen(pids));
    this.options.note('down', 'postgres', { by: 'backend' });
    void this.#awaitRecovery();
    return true;
  }

  async connect() {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  async stop() {
    this.#isStopped = true;
    await this.#server?.stop();
  }

  async #awaitRecovery() {
    for (;;) {
      await sleep(50);
      try {
        await (await this.connect()).end();
        this.isUp = true;
        this.options.note('up', 'postgres');
        return;
      } catch {
        if (this.#isStopped) return;
      }
    }
  }

  #kill(pid) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
