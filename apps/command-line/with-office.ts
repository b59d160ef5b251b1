import type { Env } from '#config/env';
import { type Office, openOffice } from '#petitions';
import { SetupError } from './command.js';
import { DataDirectory } from './data-directory.js';
import { withDatabase } from './embedded-database.js';

/**
 * Runs a command in the office, on its migrated database, whether the application is running or not.
 * @throws SetupError when the database cannot be had.
 */
export async function withOffice<Result>(
  env: Env,
  work: (office: Office) => Promise<Result>,
): Promise<Result> {
  return withDatabase(env, (databaseUrl) => inOffice(env, databaseUrl, work));
}

/** Opens the office on a database that is up, brings its schema up to date, and closes it at the end. */
export async function inOffice<Result>(
  env: Env,
  databaseUrl: string,
  work: (office: Office) => Promise<Result>,
): Promise<Result> {
  const SECRET_KEY = env.SECRET_KEY ?? DataDirectory.open(env.DATA_DIR).secretKey();
  const office = await openOffice({ ...env, SECRET_KEY }, databaseUrl).catch((error) => {
    throw new SetupError(`The office cannot be opened: ${error.message}`);
  });
  try {
    await office.database.migrate();
    return await work(office);
  } finally {
    await office.database.close();
  }
}
