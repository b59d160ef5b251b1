import pg from 'pg';
import { readLines } from '../lines.mjs';
import { judgeCommands, judgeHistories } from './judge-commands.mjs';
import { judgeDeadlines } from './judge-deadlines.mjs';
import { judgeMessages } from './judge-messages.mjs';
import { replayKeys } from './replay-keys.mjs';
import { faultsOfSending, troublesOfSweeps } from './troubles.mjs';

/*
 * The judge, a process of its own that shares no code with the system: it compares what the load's ledger and the mail
 * server's disk say with the record, and sends its verdict to its parent.
 */

process.once('message', async (order) => {
  try {
    process.send({ verdict: await judge(order) }, () => process.exit(0));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
});

async function judge({ databaseUrl, files, seed, replays, urls, people }) {
  const [ledger, mails, events] = await Promise.all(
    [files.ledger, files.mails, files.events].map((path) => readLines(path)),
  );
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await noteRegistrations(database, ledger);
    const { findings, commands } = await judgeCommands(database, ledger, seed);
    const histories = await judgeHistories(database);
    const deadlines = await judgeDeadlines(database, troublesOfSweeps(events));
    const messages = await judgeMessages(database, mails, faultsOfSending(events));
    const replayed = await replayKeys(commands, { replays, urls, people });
    return {
      commands: { ...findings, answeredAnew: replayed.changed },
      illegal: histories.faults,
      deadlines: deadlines.findings,
      messages: messages.findings,
      diedAlone: events
        .filter(({ what }) => what === 'died')
        .map(({ part, code, signal, lastWords }) => `${part} ${code ?? signal}: ${lastWords.slice(-600)}`),
      measured: {
        commands: commands.size,
        unclear: ledger.reduce((sum, { unclear = 0 }) => sum + unclear, 0),
        cases: histories.cases,
        lines: histories.lines,
        datedBack: histories.datedBack,
        rings: deadlines.rings,
        lateness: { raw: deadlines.raw, sinceBack: deadlines.late },
        messages: messages.messages,
        mails: messages.mails,
        copies: messages.copies,
        faultsInSendWindows: messages.faultsInSendWindows,
        replayed: replayed.number,
      },
    };
  } finally {
    await database.end();
  }
}

/** The keys that opened cases, for the queries. */
async function noteRegistrations(database, ledger) {
  const keys = ledger
    .filter(({ event, name }) => event === 'sent' && name === 'register')
    .map(({ key }) => key);
  await database.query('create table if not exists judge.registration (key text primary key)');
  await database.query('insert into judge.registration select unnest($1::text[]) on conflict do nothing', [
    keys,
  ]);
}
