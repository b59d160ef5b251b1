import { existsSync } from 'node:fs';
import type { RecordFacts } from '#telemetry';
import { DOUBTS } from './clock/clock-watch.js';
import { skewOf } from './clock/judge-clock.js';
import type { Database } from './database.js';

interface Ages {
  isReadOnly: boolean;
  oldestUnsentSeconds: number | null;
  parkedMessages: number;
  oldestOverdueAlarmSeconds: number | null;
  sweepLateSeconds: number;
  doubt: keyof typeof DOUBTS | null;
}

const PATIENCE_MS = 3_000;

/**
 * Asks the record how it is.
 * @returns null when it does not answer within three seconds: a database that hangs is as bad as one that is gone.
 */
export async function readRecordHealth(database: Database): Promise<RecordFacts | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([measure(database).catch(() => null), patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function measure(database: Database): Promise<RecordFacts> {
  const clockSkewSeconds = await readSkew(database);
  const missingMigrations = (await database.orm.migrator.getPending()).length;
  if (missingMigrations > 0) return { ...UNKNOWN, clockSkewSeconds, missingMigrations };
  const [ages] = await database.rows<Ages>(AGES);
  const { doubt, ...rest } = ages!;
  return { ...rest, clockSkewSeconds, missingMigrations, clockDoubt: doubt && DOUBTS[doubt] };
}

/** Of a schema that is not current nothing else is asked: its tables may be missing. */
const UNKNOWN: RecordFacts = {
  missingMigrations: 0,
  isReadOnly: false,
  oldestUnsentSeconds: null,
  parkedMessages: 0,
  oldestOverdueAlarmSeconds: null,
  sweepLateSeconds: 0,
  clockSkewSeconds: 0,
  clockDoubt: null,
};

/** An alarm may be born overdue, as when an old paper is registered: it is late only from the last full sweep on. */
const AGES = `
  select
    pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "isReadOnly",
    extract(epoch from now() - unsent.oldest)::float8 as "oldestUnsentSeconds",
    parked.count::int as "parkedMessages",
    extract(epoch from now() - alarm.oldest)::float8 as "oldestOverdueAlarmSeconds",
    case when alarm.oldest is null then 0
      else extract(epoch from now() - greatest(alarm.oldest, mark.swept_at)) end::float8 as "sweepLateSeconds",
    mark.doubt
  from
    (select min(created_at) as oldest from outbox where settled_at is null and parked_at is null) unsent,
    (select count(*) from (select from outbox where parked_at is not null and settled_at is null limit 100000) open)
      parked,
    (select min(next_alarm_at) as oldest from deadline where state = 'running' and next_alarm_at <= now()) alarm
    left join clock_mark mark on true`;

/** Clock of this machine minus clock of PostgreSQL, in seconds. */
async function readSkew(database: Database): Promise<number> {
  const wallBefore = Date.now() / 1000;
  const [asked] = await database.rows<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 as now',
  );
  const wallAfter = Date.now() / 1000;
  return skewOf(asked!.now, { wallBefore, wallAfter, elapsedBefore: 0, elapsedAfter: 0 });
}

/** What is open in the outbox and among the mails; counted up to 100,000. */
export async function countOpenMessages(
  database: Database,
): Promise<{ unsent: number; mails: Record<string, number> }> {
  const [unsent] = await database.rows<{ count: number }>(`
    select count(*)::int as count
    from (select from outbox where settled_at is null and parked_at is null limit 100000) open`);
  const mails = await database.rows<{ state: string; count: number }>(`
    select state, count(*)::int as count
    from (select state from notice where channel = 'email' and state in ('pending', 'sending') limit 100000) open
    group by state`);
  return {
    unsent: unsent!.count,
    mails: { pending: 0, sending: 0, ...Object.fromEntries(mails.map(({ state, count }) => [state, count])) },
  };
}

/**
 * Folder of the server's data when the server runs on this machine.
 * @returns null when it does not, or when this role may not know.
 */
export async function localDataDirectory(database: Database): Promise<string | null> {
  try {
    const [server] = await database.rows<{ path: string; isLocal: boolean }>(`
      select current_setting('data_directory') as path,
        coalesce(inet_server_addr() = inet_client_addr(), true) as "isLocal"`);
    return server?.isLocal && existsSync(server.path) ? server.path : null;
  } catch {
    return null;
  }
}
