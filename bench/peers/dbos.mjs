import { DBOS } from '@dbos-inc/dbos-sdk';
import { command, openPool, tell } from './pool.mjs';

const QUEUE = 'notice';

/**
 * `leastSteps`: one workflow with a step for the command and a step for the notice. Otherwise as its documentation
 * shows durable queues: the command's workflow enqueues a workflow of its own for the notice.
 */
export async function openGiver({ databaseUrl, lanes, leastSteps }, handled) {
  const pool = openPool(databaseUrl, lanes);
  const notice = DBOS.registerWorkflow(
    async (order) => {
      await DBOS.runStep(() => tell(pool, order), { name: 'tell' });
      handled(1);
    },
    { name: 'notice' },
  );
  const whole = DBOS.registerWorkflow(
    async (at) => {
      const message = await DBOS.runStep(() => command(pool, at), { name: 'command' });
      await DBOS.runStep(() => tell(pool, { message, ...at }), { name: 'tell' });
      handled(1);
    },
    { name: 'whole' },
  );
  const queued = DBOS.registerWorkflow(
    async (at) => {
      const message = await DBOS.runStep(() => command(pool, at), { name: 'command' });
      await DBOS.startWorkflow(notice, { queueName: QUEUE })({ message, ...at });
    },
    { name: 'queued' },
  );
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: databaseUrl,
    systemDatabasePoolSize: 20,
    logLevel: 'error',
  });
  await DBOS.launch();
  await DBOS.registerQueue(QUEUE);
  return {
    give: (at) => (leastSteps ? whole(at) : queued(at)),
    async close() {
      await DBOS.shutdown();
      await pool.end();
    },
  };
}
