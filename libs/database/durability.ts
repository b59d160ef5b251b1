import type { Database } from './database.js';

/** PostgreSQL acknowledges only what is on the disk while all of these are on. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** Settings under which the server's log repeats no statement and no value: both hold people's words. */
const SILENT: Record<string, string> = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** What an operator should know about the settings of PostgreSQL, each as `name=value`. */
interface ServerSettings {
  /** Settings that lose acknowledged commands in a power cut. */
  dangers: string[];
  /** Settings under which the server's log may repeat what people wrote. */
  leaks: string[];
}

/** The server's settings cannot keep what is acknowledged. */
class UnsafeDatabaseError extends Error {
  override readonly name = 'UnsafeDatabaseError';
}

/** Reads the settings that decide whether the record keeps what it is given. */
async function readServerSettings(database: Database): Promise<ServerSettings> {
  const rows = await database.rows<{ name: string; value: string }>(
    'select name, setting as value from pg_settings where name = any($1) order by name',
    [[...DURABLE, ...Object.keys(SILENT)]],
  );
  const said = ({ name, value }: { name: string; value: string }) => `${name}=${value}`;
  return {
    dangers: rows.filter(({ name, value }) => DURABLE.includes(name) && value === 'off').map(said),
    leaks: rows.filter(({ name, value }) => name in SILENT && SILENT[name] !== value).map(said),
  };
}

/**
 * Refuses a PostgreSQL that may forget what it acknowledged.
 * @param acceptUnsafe true when the operator has said so.
 * @returns sentences of warning.
 * @throws UnsafeDatabaseError
 */
export async function demandDurability(database: Database, acceptUnsafe: boolean): Promise<string[]> {
  const { dangers, leaks } = await readServerSettings(database);
  const danger = `PostgreSQL may lose acknowledged commands in a power cut (${dangers.join(', ')})`;
  if (dangers.length > 0 && !acceptUnsafe) {
    throw new UnsafeDatabaseError(`${danger}: switch them on, or start with DATABASE_UNSAFE=accept.`);
  }
  return [
    ...(dangers.length > 0 ? [`${danger}, as DATABASE_UNSAFE=accept allows.`] : []),
    ...(leaks.length > 0
      ? [
          `PostgreSQL's own log may repeat what people wrote (${leaks.join(', ')}): set ${Object.entries(
            SILENT,
          )
            .map(([name, value]) => `${name}=${value}`)
            .join(', ')}.`,
        ]
      : []),
  ];
}
