import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Database } from '#database';

/** Server that test databases are made on; `npm test` starts one and sets the variable. */
const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres:postgres@127.0.0.1:54999/postgres';
const MIGRATIONS = join(process.cwd(), 'libs/database/migrations');
/** Any number, the same in every test process: it lets one of them make the template while the others wait. */
const TEMPLATE_LOCK = 20_261_123;

export interface TestDatabase {
  url: string;
  database: Database;
  /** Closes the connections, everybody's, and removes the database. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh, migrated database of its own for one spec file, cloned from the template.
 * @param poolSize most connections that `database` holds at once.
 * @throws when the test server does not answer.
 */
export async function createTestDatabase(poolSize = 5): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(async (server) => {
    const template = await ensureTemplate(server);
    await server.query(`create database ${name} template ${template}`);
  });
  const url = addressOf(name);
  const database = await Database.connect(url, poolSize);
  return {
    url,
    database,
    async drop() {
      await database.close();
      await dropTestDatabase(url);
    },
  };
}

/**
 * Removes a test database with every connection to it.
 * @throws Error when the name of the database does not contain `test`.
 */
export async function dropTestDatabase(url: string): Promise<void> {
  const name = testDatabaseName(url);
  await onServer((server) => server.query(`drop database if exists "${name}" with (force)`));
}

/**
 * Name of the database that `url` points at.
 * @throws Error when it does not contain `test`: no test may touch anybody's real record.
 */
export function testDatabaseName(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!/^[a-z0-9_]*test[a-z0-9_]*$/.test(name)) {
    throw new Error(`Database "${name}" is not a test database: its name must contain "test".`);
  }
  return name;
}

/**
 * Makes the migrated template unless it is there. Its name carries a digest of the migrations, so a
 * changed schema gets a template of its own.
 */
async function ensureTemplate(server: pg.Client): Promise<string> {
  const template = `dan_nguyen_test_template_${migrationsDigest()}`;
  if (await exists(server, template)) return template;
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (!(await exists(server, template))) await makeTemplate(server, template);
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return template;
}

/** Migrates under a working name and renames at the end: a template is complete or it is not there. */
async function makeTemplate(server: pg.Client, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`;
  await server.query(`drop database if exists ${unfinished} with (force)`);
  await server.query(`create database ${unfinished} template template0 encoding 'UTF8' locale 'C'`);
  const database = await Database.connect(addressOf(unfinished), 1);
  await database.migrate().finally(() => database.close());
  await server.query(`alter database ${unfinished} rename to ${template}`);
}

async function exists(server: pg.Client, name: string): Promise<boolean> {
  const found = await server.query('select 1 from pg_database where datname = $1', [name]);
  return found.rowCount === 1;
}

function migrationsDigest(): string {
  const digest = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) digest.update(readFileSync(join(MIGRATIONS, file)));
  return digest.digest('hex').slice(0, 10);
}

function addressOf(name: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<Result>(work: (server: pg.Client) => Promise<Result>): Promise<Result> {
  const server = new pg.Client({ connectionString: SERVER });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
