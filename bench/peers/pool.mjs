import pg from 'pg';

const COMMAND = 'select bench_peer($1, $2) as message';
const NOTICE = 'select bench_notice($1, $2, $3)';

export function openPool(connectionString, max) {
  const pool = new pg.Pool({ connectionString, max });
  // A connection that breaks is reported by the statement that was waiting for it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The database work of one command, in a transaction of its own or in the caller's. @returns id of its message. */
export async function command(executor, { place, seen }) {
  const { rows } = await executor.query({ name: 'command', text: COMMAND, values: [place, seen] });
  return rows[0].message;
}

/** Writes the notices of one command. */
export async function tell(executor, { message, place, seen }) {
  await executor.query({ name: 'notice', text: NOTICE, values: [message, place, seen] });
}

/** Writes the notices of many commands in one transaction. */
export async function tellAll(executor, notices) {
  await executor.query({
    name: 'notices',
    text: `select bench_notice(message, place, seen)
           from json_to_recordset($1) as n (message uuid, place bigint, seen int)`,
    values: [JSON.stringify(notices)],
  });
}
