import type { PlantedBug } from '../planted-bug.js';

const DOOR = 'libs/petitions/door';
const TOGETHER = {
  spec: 'test/planted/safeguards/stored-together.spec.ts',
  title: 'are all missing when the commit fails, and there once when the person tries again',
};
const BEFORE_WRITING = '  const overtaken = await writeBatch({ office, policy, executor, read }, accepted);';

/** Mistakes in the door: how a command is checked and stored. */
export const DOOR_BUGS: readonly PlantedBug[] = [
  {
    name: 'the version check is dropped',
    file: `${DOOR}/judge.ts`,
    find: 'expectedVersion === null || expectedVersion === version',
    replace: 'expectedVersion !== version || expectedVersion === version',
    why: 'Two people who saw the same page would both act, and one would never know of the other.',
    caughtBy: {
      spec: 'test/integration/door.spec.ts',
      title: 'of two people who saw the same version one is refused as stale, and history holds one act',
    },
  },
  {
    name: 'a case is stored whatever version it has by then',
    file: `${DOOR}/write-batch.ts`,
    find: ' and cases.version = next.read_version',
    replace: '',
    why: 'Of two processes that judge a case at the same moment the second would overwrite the first.',
    caughtBy: {
      spec: 'test/planted/safeguards/overtaken.spec.ts',
      title: 'judges anew what was meant for any version, and overwrites nothing',
    },
  },
  {
    name: 'the key of the history is dropped',
    file: 'libs/database/migrations/migration-20261123-first.ts',
    find: ',\n    primary key (case_id, seq)',
    replace: '',
    why: 'Nothing would be left to refuse two acts with one number if the door ever erred.',
    caughtBy: { spec: 'test/planted/safeguards/record-keys.spec.ts', title: 'two acts with one number' },
  },
  {
    name: 'a message is written before its act is committed',
    file: `${DOOR}/run-commands.ts`,
    find: BEFORE_WRITING,
    replace: `  const { outboxRows } = await import('./act-rows.js');
  await office.database.pool.query(
    \`insert into outbox (id, case_id, seq, kind, payload)
     select id, case_id, seq, kind, payload from jsonb_populate_recordset(null::outbox, $1)\`,
    [JSON.stringify(outboxRows(accepted))],
  );
${BEFORE_WRITING}`,
    why: 'People would be told of acts that never happened.',
    caughtBy: TOGETHER,
  },
  {
    name: 'the outbox is skipped',
    file: `${DOOR}/write-batch.ts`,
    find: "    insertion('outbox', outboxRows(accepted)),\n",
    replace: '',
    why: 'A case would move and nobody would be told.',
    caughtBy: { spec: TOGETHER.spec, title: 'are stored together' },
  },
  {
    name: 'the answer is kept under its key outside the transaction',
    file: `${DOOR}/run-commands.ts`,
    find: BEFORE_WRITING,
    replace: `  const { answerRows } = await import('./act-rows.js');
  await office.database.pool.query(
    \`insert into idempotency_key (actor_id, key, request_hash, response)
     select actor_id, key, request_hash, response from json_populate_recordset(null::idempotency_key, $1)
     on conflict do nothing\`,
    [JSON.stringify(answerRows(accepted))],
  );
${BEFORE_WRITING}`,
    why: 'After a failed commit the repeat would be answered with an act that is not there.',
    caughtBy: TOGETHER,
  },
  {
    name: 'the key of a repeated request is not looked at',
    file: `${DOOR}/judge.ts`,
    find: '    const known = answered(request, read);',
    replace: '    const known = null as Outcome | null;',
    why: 'A browser that repeats a request after a broken line would be refused, or act twice.',
    caughtBy: {
      spec: 'test/integration/door.spec.ts',
      title: 'the same key answers the same again, however often and however many at once',
    },
  },
  {
    name: 'what the database said about a row goes into the log',
    file: 'apps/api/problems/problem.filter.ts',
    find: 'error: error.name, databaseError',
    replace: 'error: error.name, detail: error.message, databaseError',
    why: 'PostgreSQL quotes the row it refuses: the name of a denouncer would stand in the log.',
    caughtBy: {
      spec: 'test/api/log.spec.ts',
      title: 'tells where a fault of ours came from, without what it said',
    },
  },
];
