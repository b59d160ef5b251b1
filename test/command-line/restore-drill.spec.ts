import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { loadPolicy } from '#config/policy/load-policy';
import { Database } from '#database';
import type { Actor } from '#domain';
import { type Office, Policies, registerCase } from '#petitions';
import { freePort } from '../../apps/command-line/ports.js';
import { startPostgres } from '../../apps/command-line/postgres-server.js';
import { launchBuilt, runBuilt } from '../support/built-command.js';
import { today } from '../support/play.js';

/**
 * The drill of a lost machine. `RESTORE_DRILL=full` runs it with the settings that an office has (the log is
 * archived every 30 s) for three minutes; otherwise the log is archived every second, for seconds.
 */
const IS_FULL = process.env.RESTORE_DRILL === 'full';
const WRITING_MS = IS_FULL ? 90_000 : 2_500;
const WRITERS = 4;
/** What the office is promised. */
const RPO_MS = 60_000;
/** What is promised here: the log of a second, and time to pack it on a busy machine. */
const RPO_HERE_MS = IS_FULL ? RPO_MS : 10_000;

const DESK: Actor = { id: 'ban-tiep-dan', role: 'deskOfficer', agencyCode: 'ban-tcd' };

/** A registration that was acknowledged, and when. */
interface Acknowledged {
  caseId: string;
  at: number;
}

describe('a machine that is lost with everything on it', () => {
  let folder: string;
  let backups: string;
  const acknowledged: Acknowledged[] = [];
  let lostAt = 0;
  let application: ReturnType<typeof launchBuilt>;
  let noted = { instant: '', caseIds: [] as string[] };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-test-drill-'));
    backups = join(folder, 'backups');
    await useAndLose(join(folder, 'lost'));
  }, 400_000);
  afterAll(async () => {
    application.child.kill('SIGTERM');
    await application.ended;
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** The application is used, backed up while in use, used on, and killed with its database. */
  async function useAndLose(directory: string): Promise<void> {
    const settings = { DATA_DIR: directory, PORT: String(await freePort()), DEMO: 'off' };
    application = launchBuilt('start', [], settings);
    const url = await databaseOf(directory, settings.PORT);
    const office = await openDesk(url);
    await write(office, WRITING_MS, async () => {
      expect(await runBuilt('backup', [backups], settings)).toMatchObject({ code: 0 });
    });
    if (!IS_FULL) await office.database.rows("alter system set archive_timeout = '1s'");
    await office.database.rows('select pg_reload_conf()');
    noted = { instant: await instantOf(office), caseIds: acknowledged.map(({ caseId }) => caseId) };
    await write(office, WRITING_MS);
    lostAt = performance.now();
    for (const pid of [postmasterOf(directory), application.child.pid!]) process.kill(pid, 'SIGKILL');
    await application.ended;
    await office.database.close().catch(() => {});
    await rm(directory, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 });
  }

  /** Writers register petitions one after the other and keep what was acknowledged. */
  async function write(office: Office, forMs: number, meanwhile?: () => Promise<void>): Promise<void> {
    let isOpen = true;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (isOpen) {
        const outcome = await registerCase(office, DESK, PETITION);
        if (!outcome.ok) throw new Error(outcome.refusal.code);
        acknowledged.push({ caseId: outcome.result.caseId, at: performance.now() });
      }
    });
    await Promise.all([meanwhile?.(), sleep(forMs)]);
    isOpen = false;
    await Promise.all(writers);
  }

  async function restore(name: string, args: readonly string[] = [], from = backups) {
    const directory = join(folder, name);
    const restored = await runBuilt('restore', [from, ...args], { DATA_DIR: directory });
    return { ...restored, directory };
  }

  test('is restored from the backup alone: nothing older than a minute is missing, and every case is whole', async () => {
    const { code, output, directory } = await restore('new');
    expect(output).toMatch(/Không có sai lệch \/ no faults/);
    expect(code).toBe(0);
    const found = await casesOf(directory);
    const lost = acknowledged.filter(({ caseId }) => !found.has(caseId));
    const rpoMs = lost.length === 0 ? 0 : lostAt - Math.min(...lost.map(({ at }) => at));
    if (IS_FULL) console.log(`acknowledged ${acknowledged.length}, lost ${lost.length}, RPO ${rpoMs} ms`);
    expect(rpoMs).toBeLessThan(RPO_HERE_MS);
    expect(found.size).toBeGreaterThan(noted.caseIds.length);
  }, 120_000);

  test('goes back to a noted instant: exactly what was acknowledged before it is there', async () => {
    const { code, output, directory } = await restore('then', ['--to', noted.instant]);
    expect(output).toMatch(/no faults/);
    expect(code).toBe(0);
    expect([...(await casesOf(directory))].sort()).toEqual([...noted.caseIds].sort());
  }, 120_000);

  test('is not restored over a record that is there', async () => {
    const { code, output } = await restore('new');
    expect(code).toBe(1);
    expect(output).toMatch(/is not empty: move it away, or name another folder with DATA_DIR/);
  });

  test('is told when the backup begins after the wanted instant', async () => {
    const { code, output } = await restore('before', ['--to', '2020-01-01T00:00:00+07:00']);
    expect(code).toBe(1);
    expect(output).toMatch(/^This backup begins at \d{4}-.+: name that instant or a later one\.\n$/);
  });

  test('an instant without its zone is refused', async () => {
    const { code, output } = await restore('zone', ['--to', '2026-11-23 10:00']);
    expect(code).toBe(1);
    expect(output).toMatch(/^--to needs an instant with its zone/);
  });

  describe('with a backup that has itself been damaged', () => {
    let damaged: string;

    beforeAll(async () => {
      damaged = join(folder, 'damaged');
      await cp(backups, damaged, { recursive: true });
    });

    test('says which piece of the log is missing, and restores what came before it', async () => {
      const pieces = (await readdir(join(damaged, 'wal')))
        .filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
        .sort();
      const piece = pieces.at(-2)!;
      await truncate(join(damaged, 'wal', piece), 100);
      const { code, output } = await restore('gap', [], damaged);
      expect(output).toContain(`WARNING: ${piece.replace('.gz', '')} is missing or damaged`);
      expect(output).toMatch(/no faults/);
      expect(code).toBe(1);
    }, 60_000);

    test('refuses a copy that is not what was backed up', async () => {
      const [base] = await readdir(join(damaged, 'bases'));
      await truncate(join(damaged, 'bases', base!, 'base.tar.gz'), 1_000);
      const { code, output } = await restore('broken', [], damaged);
      expect(code).toBe(1);
      expect(output).toMatch(/base\.tar\.gz is not what was backed up: this copy is damaged/);
    });
  });
});

/** Cases of a restored directory. */
async function casesOf(directory: string): Promise<Set<string>> {
  const access = JSON.parse(readFileSync(join(directory, 'postgres.json'), 'utf8'));
  const server = await startPostgres({
    directory: join(directory, 'postgres'),
    logFile: join(directory, 'logs', 'postgres.log'),
    password: access.password,
    port: await freePort(),
  });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ id: string }>('select id from cases');
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
    await server.stop();
  }
}

const PETITION = {
  subject: 'Nội dung mẫu',
  channel: 'inPerson',
  receivedOn: today,
  declaredKind: null,
  petitioner: { fullName: 'Người Mẫu' },
} as const;

async function openDesk(url: string): Promise<Office> {
  const database = await Database.connect(url, WRITERS + 1);
  // The server is killed under these connections.
  database.pool.on('error', () => {});
  await database.rows(
    "insert into agency (code, name, kind) values ('ban-tcd', 'Ban Tiếp công dân', 'committee')",
  );
  return {
    database,
    policies: new Policies(loadPolicy()),
    registerCode: 'CM',
    coordinationAgency: 'ban-tcd',
    secretKey: 'a-secret-key-that-only-tests-ever-use',
    publicUrl: 'http://localhost:3000',
  };
}

/** Address of the database, once the application on the directory is ready. */
async function databaseOf(directory: string, port: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8')).databaseUrl;
    await sleep(100);
  }
  throw new Error('the application did not get ready');
}

/** Now by the server's clock, later than every change so far and earlier than every change from now on. */
async function instantOf({ database }: Office): Promise<string> {
  const [row] = await database.rows<{ now: string }>(
    `select to_char(date_trunc('milliseconds', clock_timestamp()) + interval '2 ms', 'YYYY-MM-DD"T"HH24:MI:SS.MSOF":00"') as now`,
  );
  await sleep(10);
  return row!.now;
}

function postmasterOf(directory: string): number {
  return Number.parseInt(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}
