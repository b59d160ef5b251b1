import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Offices of the stage; each agency answers to the coordination office. */
export const AGENCIES = ['so-xay-dung', 'so-moi-truong', 'xa-song-doc'];
export const COORDINATION = 'tru-so-tcd';
export const PASSWORD = 'correct horse battery staple';

/** Who signs in, by the name that the load calls them. */
export const PEOPLE = [
  { name: 'desk', role: 'deskOfficer', agencyCode: COORDINATION },
  { name: 'coordination', role: 'coordinationOffice', agencyCode: COORDINATION },
  { name: 'supervisor', role: 'supervisor', agencyCode: null },
  ...AGENCIES.flatMap((agencyCode) => [
    { name: `officer ${agencyCode}`, role: 'agencyOfficer', agencyCode },
    { name: `head ${agencyCode}`, role: 'agencyHead', agencyCode },
  ]),
].map((person) => ({ ...person, email: `${person.name.replace(' ', '.')}@stage.example` }));

/** Brings the schema up, as an operator does, and puts the offices and their people in. */
export async function furnish(tree, env, databaseUrl) {
  await run(tree, 'dist/apps/command-line/migrate.js', env);
  const { createStaff } = await import(pathToFileURL(join(tree, 'dist/libs/identity/index.js')).href);
  const pg = createRequire(join(tree, 'package.json'))('pg');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    await addAgencies(pool);
    const store = { database: { transaction: (work) => inTransaction(pool, work) } };
    for (const person of PEOPLE) await createStaff(store, { ...person, password: PASSWORD });
  } finally {
    await pool.end();
  }
}

async function addAgencies(pool) {
  const insert = 'insert into agency (code, name, kind, parent_code, email) values ($1, $1, $2, $3, $4)';
  await pool.query(insert, [COORDINATION, 'committee', null, 'tru-so@stage.example']);
  for (const code of AGENCIES) {
    await pool.query(insert, [code, 'department', COORDINATION, `${code}@stage.example`]);
  }
}

async function inTransaction(pool, work) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

async function run(tree, script, env) {
  const child = spawn(process.execPath, [script], { cwd: tree, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with code ${code}`);
}
