import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '#config/env';
import { loadPolicy } from '#config/policy/load-policy';
import { Database, type Patience } from '#database';
import type { Office } from './office.js';
import { Policies } from './policies.js';

/**
 * Opens the office a process works in: its database, the policy in force, its own settings.
 * @param databaseUrl overrides `DATABASE_URL`, for a process that started the embedded database itself.
 * @param patience how long statements may take; without it as long as they need.
 * @throws one sentence when a setting is missing or the database does not answer.
 */
export async function openOffice(
  env: Env,
  databaseUrl = env.DATABASE_URL,
  poolSize = 10,
  patience?: Patience,
): Promise<Office> {
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: say which PostgreSQL the process works with.');
  return {
    database: await Database.connect(databaseUrl, poolSize, patience),
    policies: new Policies(loadPolicy()),
    registerCode: env.REGISTER_CODE,
    coordinationAgency: env.COORDINATION_AGENCY,
    secretKey: readSecretKey(env),
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, ''),
  };
}

/** The key from the settings, or the one that the launcher keeps in DATA_DIR. */
function readSecretKey(env: Env): string {
  const file = join(env.DATA_DIR, 'secret.key');
  const key = env.SECRET_KEY ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  if (key.length < 32) throw new Error('SECRET_KEY is not set: give at least 32 random characters.');
  return key;
}
