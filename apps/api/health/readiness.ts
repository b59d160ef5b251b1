import type { ReadyView } from '#contract';
import type { Database } from '#database';

const PATIENCE_MS = 3000;

/** Whether this process can serve, and how long the oldest unsent message and unfired alarm have waited. */
export async function readiness(database: Database): Promise<ReadyView> {
  try {
    return await withinPatience(measure(database));
  } catch {
    return unavailable('The database does not answer.');
  }
}

async function measure(database: Database): Promise<ReadyView> {
  const pending = await database.orm.migrator.getPending();
  if (pending.length > 0) return unavailable(`The schema is not current: ${pending.length} migrations wait.`);
  const [ages] = await database.rows<{ unsent: number | null; alarm: number | null }>(`
    select
      (select extract(epoch from now() - min(created_at))::float8 from outbox
        where settled_at is null and parked_at is null) as unsent,
      (select extract(epoch from now() - min(next_alarm_at))::float8 from deadline
        where state = 'running' and next_alarm_at <= now()) as alarm`);
  return {
    status: 'ready',
    reason: null,
    oldestUnsentSeconds: ages?.unsent ?? null,
    oldestOverdueAlarmSeconds: ages?.alarm ?? null,
  };
}

function unavailable(reason: string): ReadyView {
  return { status: 'unavailable', reason, oldestUnsentSeconds: null, oldestOverdueAlarmSeconds: null };
}

/** A database that hangs is as bad as one that is gone. */
async function withinPatience<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
