import { randomUUIDv7 } from 'node:crypto';
import type { Database } from '#database';
import { ownerOf } from './park-reasons.js';

/** A try older than this has lost its worker, or its worker has lost it. */
export const TRY_SECONDS = 60;

/** So many workers may die over a message, the second and third over it alone, before it is parked. */
const DEATHS = 3;

/**
 * Notes, before the work begins, that these messages are in hand: a message that kills its worker leaves the note
 * behind. It need not survive the death of PostgreSQL, so the disk is not waited for.
 * @returns the id of the try, which ends with the transaction that writes the notices.
 */
export async function beginTry(database: Database, outboxIds: readonly string[]): Promise<string> {
  const id = randomUUIDv7();
  await database.rows(
    `with unhurried as (select set_config('synchronous_commit', 'off', true))
     insert into delivery_try (id, outbox_ids) select $1, $2 from unhurried`,
    [id, outboxIds],
  );
  return id;
}

/** Ends a try that has failed in the ordinary way. */
export async function endTry(database: Database, id: string): Promise<void> {
  await database.rows('delete from delivery_try where id = $1', [id]);
}

/**
 * Counts tries that never ended against their messages: from then on each travels alone, so that it takes no
 * neighbour with it; the last straw parks it.
 */
export async function countLostTries(database: Database): Promise<void> {
  await database.rows(
    `with lost as (
       delete from delivery_try where begun_at < now() - make_interval(secs => $1) returning outbox_ids),
     victims as (select id, count(*)::int as times from lost, unnest(outbox_ids) as id group by id)
     update outbox o set deaths = o.deaths + v.times, last_error = 'neverEnds',
       ring_after = least(o.ring_after, now()),
       parked_at = case when o.deaths + v.times >= $2 then now() end,
       parked_for = case when o.deaths + v.times >= $2 then 'neverEnds' end,
       owner = case when o.deaths + v.times >= $2 then $3 end
     from victims v
     where o.id = v.id and o.addressed_at is null and o.settled_at is null and o.parked_at is null`,
    [TRY_SECONDS, DEATHS, ownerOf('neverEnds')],
  );
}
