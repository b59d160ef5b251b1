import type { TestOffice } from './office.js';

/**
 * Gives the database of a test office a clock that the test can set: `now()` and `statement_timestamp()` in every statement of every
 * connection made from here on. The server and its other databases keep theirs.
 * @returns sets the clock to so many seconds beside the true time.
 */
export async function shiftClock({ office, url }: TestOffice): Promise<(seconds: number) => Promise<void>> {
  const { database } = office;
  const name = new URL(url).pathname.slice(1);
  await database.rows('create schema shifted');
  await database.rows('create table shifted.clock as select 0::float8 as seconds');
  for (const clock of ['now', 'statement_timestamp']) {
    await database.rows(`
      create function shifted.${clock}() returns timestamptz language sql stable
      as $$ select pg_catalog.${clock}() + make_interval(secs => seconds) from shifted.clock $$`);
  }
  await database.rows(`alter database ${name} set search_path = shifted, pg_catalog, public`);
  await database.rows(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await database.rows('set search_path = shifted, pg_catalog, public');
  return async (seconds) => {
    await database.rows('update shifted.clock set seconds = $1', [seconds]);
  };
}
