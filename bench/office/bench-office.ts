import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '#config/policy/load-policy';
import { Database } from '#database';
import type { Actor, Role } from '#domain';
import { createStaff } from '#identity';
import { type Office, Policies } from '#petitions';
import { freePort } from '../../apps/command-line/ports.js';
import { startPostgres } from '../../apps/command-line/postgres-server.js';

export const AGENCY = 'so-bench';
export const DESK = 'tru-so-tcd';
export const PASSWORD = 'a-password-of-the-bench';
export const SECRET_KEY = 'a-secret-key-that-only-the-bench-uses';

/** Who acts in the measured commands. */
export interface BenchStaff {
  desk: Actor;
  head: Actor;
}

/** An office to measure in: a PostgreSQL of its own with its durable settings, two agencies, three people. */
export interface BenchOffice {
  office: Office;
  staff: BenchStaff;
  /** Address of the database, for processes that connect by themselves. */
  databaseUrl: string;
  /** Folder for whatever the measurement keeps; gone at the end. */
  folder: string;
  close(): Promise<void>;
}

/** Opens the office in a new folder of the system's temporary directory. */
export async function openBenchOffice(): Promise<BenchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'dan-nguyen-bench-'));
  const postgres = await startPostgres({
    directory: join(folder, 'postgres'),
    port: await freePort(),
    password: 'bench',
    logFile: join(folder, 'postgres.log'),
  });
  const office = await openOffice(postgres.url);
  return {
    office,
    staff: await furnish(office.database),
    databaseUrl: postgres.url,
    folder,
    async close() {
      await office.database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openOffice(url: string): Promise<Office> {
  const database = await Database.connect(url, 10);
  await database.migrate();
  return {
    database,
    policies: new Policies(loadPolicy()),
    registerCode: 'CM',
    coordinationAgency: DESK,
    secretKey: SECRET_KEY,
    publicUrl: 'http://localhost:3000',
  };
}

async function furnish(database: Database): Promise<BenchStaff> {
  await database.rows(
    `insert into agency (code, name, kind) values ($1, 'Trụ sở Tiếp công dân', 'committee'), ($2, 'Sở Bench', 'department')`,
    [DESK, AGENCY],
  );
  const join = async (role: Role, agencyCode: string): Promise<Actor> => {
    const person = { name: role, email: emailOf(role), role, agencyCode, password: PASSWORD };
    return { id: await createStaff({ database }, person), role, agencyCode };
  };
  await join('coordinationOffice', DESK);
  return { desk: await join('deskOfficer', DESK), head: await join('agencyHead', AGENCY) };
}

/** Sign-in name of the one person of that role. */
export const emailOf = (role: Role) => `${role.toLowerCase()}@bench.example`;
