import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const WAITING = {
  alarms: `select count(*)::int as n from deadline where state = 'running' and next_alarm_at <= now()`,
  messages: 'select count(*)::int as n from outbox where settled_at is null and parked_at is null',
};

/**
 * Waits until nothing waits any more: no alarm that is due, no message that is not settled.
 * @param patienceMs after which it gives up.
 * @returns what still waits, by name, and how long it took.
 */
export async function settle(databaseUrl, patienceMs) {
  const begun = Date.now();
  for (;;) {
    const waiting = await countWaiting(databaseUrl);
    const total = Object.values(waiting).reduce((sum, n) => sum + n, 0);
    if (total === 0 || Date.now() - begun > patienceMs) return { ...waiting, tookMs: Date.now() - begun };
    await sleep(250);
  }
}

/**
 * Lets the time pass that pauses between attempts and leases would take. Only while no worker runs: a lease that
 * its holder still lives by must not end.
 */
export async function passPauses(databaseUrl) {
  await ask(databaseUrl, async (client) => {
    const lease = await client.query(
      `update notice set lease_until = case when lease_until is not null then now() end,
         retry_at = case when retry_at is not null then now() end where state in ('pending', 'sending')`,
    );
    await client.query(`update outbox set ring_after = now()
       where settled_at is null and parked_at is null and ring_after <> 'infinity'`);
    return lease.rowCount;
  });
}

async function countWaiting(databaseUrl) {
  return ask(databaseUrl, async (client) => {
    const counts = {};
    for (const [name, question] of Object.entries(WAITING)) {
      counts[name] = (await client.query(question)).rows[0].n;
    }
    return counts;
  });
}

async function ask(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
