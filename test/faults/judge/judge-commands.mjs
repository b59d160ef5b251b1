import { illegal } from './moves.mjs';

/**
 * Compares the ledger of what was sent and answered with what the record holds.
 * @returns lists of findings, each empty when all is well.
 */
export async function judgeCommands(database, ledger, seed) {
  const commands = byKey(ledger);
  const applied = await readApplied(database, seed);
  const findings = { lost: [], twice: [], refusedButApplied: [], answeredTwoWays: [], unknown: [] };
  for (const [key, command] of commands) {
    const times = applied.marks.get(key) ?? 0;
    const isApplied = times > 0 || applied.keys.has(key);
    if (command.acknowledged.length > 0 && !(times > 0 && applied.keys.has(key))) findings.lost.push(key);
    if (times > 1) findings.twice.push(key);
    if (command.refused.length > 0 && isApplied && command.acknowledged.length === 0) {
      findings.refusedButApplied.push(`${key} ${command.refused[0].status}`);
    }
    if (differ(command)) findings.answeredTwoWays.push(key);
  }
  for (const key of [...applied.marks.keys(), ...applied.keys.keys()]) {
    if (!commands.has(key)) findings.unknown.push(key);
  }
  return { findings, commands };
}

/** Everything the ledger says of each key. */
function byKey(ledger) {
  const commands = new Map();
  for (const entry of ledger) {
    if (entry.event === 'sent') commands.set(entry.key, { sent: entry, acknowledged: [], refused: [] });
    else commands.get(entry.key)[entry.event].push(entry);
  }
  return commands;
}

/** Double clicks are answered alike; of a receipt only what cannot change meanwhile must be. */
function differ({ sent, acknowledged }) {
  if (acknowledged.length < 2) return false;
  const lasting = ({ text }) => {
    if (sent.name !== 'register') return text;
    const { caseId, number, trackingCode } = JSON.parse(text);
    return `${caseId} ${number} ${trackingCode}`;
  };
  return new Set(acknowledged.map(lasting)).size > 1;
}

/** How often each mark is in the record, and which keys have an answer in it. */
async function readApplied(database, seed) {
  const marks = new Map();
  const { rows } = await database.query(
    `select subject as text from cases union all
     select payload::text from history where actor_id <> 'clock' and command <> 'register'`,
  );
  const pattern = new RegExp(`${seed}-\\d{6}`);
  for (const { text } of rows) {
    const mark = pattern.exec(text)?.[0];
    if (mark) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  const kept = await database.query('select key, response from idempotency_key');
  return { marks, keys: new Map(kept.rows.map(({ key, response }) => [key, response])) };
}

/** Reads every case's history from its first line to its last and compares its end with the case. */
export async function judgeHistories(database) {
  const faults = [];
  const { rows } = await database.query(
    `select case_id as "caseId", seq, command, handling_from as "from", handling_to as "to", headline,
       actor_id as actor, (extract(epoch from at) * 1000)::float8 as at from history order by case_id, seq`,
  );
  const ends = new Map();
  const given = new Map();
  let datedBack = 0;
  for (const row of rows) {
    const before = ends.get(row.caseId);
    if (row.seq !== (before?.seq ?? 0) + 1)
      faults.push(`${row.caseId} has line ${row.seq} after ${before?.seq ?? 0}`);
    const fault = illegal(row, before?.to);
    if (fault) faults.push(`${row.caseId} line ${row.seq}: ${fault}`);
    if (row.at < (before?.at ?? 0)) datedBack += 1;
    ends.set(row.caseId, row);
    if (row.actor !== 'clock') given.set(row.caseId, (given.get(row.caseId) ?? 0) + 1);
  }
  faults.push(...(await compareCases(database, ends)), ...(await compareKeys(database, given)));
  return { faults, lines: rows.length, cases: ends.size, datedBack };
}

async function compareCases(database, ends) {
  const { rows } = await database.query('select id, version, handling, headline from cases');
  const faults = rows.flatMap(({ id, version, handling, headline }) => {
    const end = ends.get(id);
    const isSame = end && end.seq === version && end.to === handling && end.headline === headline;
    return isSame
      ? []
      : [`${id} stands at ${version} ${handling} ${headline}, its history at ${JSON.stringify(end)}`];
  });
  if (rows.length !== ends.size) faults.push(`${rows.length} cases, ${ends.size} histories`);
  return faults;
}

/** People gave each case as many commands as there are answers for it: a second helping without a mark shows here. */
async function compareKeys(database, given) {
  const { rows } = await database.query(
    `select response ->> 'caseId' as "caseId", sum(case when key in (select key from judge.registration)
       then (response ->> 'version')::int else 1 end)::int as lines
     from idempotency_key group by 1`,
  );
  return rows
    .filter(({ caseId, lines }) => given.get(caseId) !== lines)
    .map(({ caseId, lines }) => `${caseId} answered for ${lines} lines and has ${given.get(caseId)}`);
}
