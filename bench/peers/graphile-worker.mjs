import { makeWorkerUtils, run } from 'graphile-worker';
import { openPool, tell } from './pool.mjs';

export async function prepare({ databaseUrl }) {
  const utils = await makeWorkerUtils({ connectionString: databaseUrl });
  await utils.migrate();
  await utils.release();
}

/** Command and job in one statement: one round trip, one transaction. */
export async function openGiver({ databaseUrl, lanes }) {
  const pool = openPool(databaseUrl, lanes);
  const text = `select graphile_worker.add_job('notice',
    json_build_object('message', bench_peer($1, $2), 'place', $1::bigint, 'seen', $2::int))`;
  return {
    give: ({ place, seen }) => pool.query({ name: 'give', text, values: [place, seen] }),
    close: () => pool.end(),
  };
}

/** Jobs are fetched and completed in batches, as its documentation on performance advises. */
export async function openHandler({ databaseUrl }, handled) {
  const pool = openPool(databaseUrl, 12);
  await run({
    pgPool: pool,
    noHandleSignals: true,
    taskList: {
      notice: async (payload) => {
        await tell(pool, payload);
        handled(1);
      },
    },
    preset: {
      worker: {
        concurrentJobs: 32,
        pollInterval: 500,
        localQueue: { size: 200 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    logger: QUIET,
  });
}

const QUIET = new (await import('graphile-worker')).Logger(() => () => {});
