import { appendFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { readLines } from '../lines.mjs';

const HOUR_MS = 3_600_000;
const oneOf = (condition) =>
  `(case_id, seq) = (select case_id, seq from history where ${condition} order by case_id, seq limit 1)`;
const again = (condition) => `
  insert into history (case_id, seq, command, payload, actor_id, actor_role, agency_code, at, legal_on, handling_from,
    handling_to, headline, source, policy_version)
  select case_id, (select max(seq) + 1 from history h where h.case_id = history.case_id), command, payload, actor_id,
    actor_role, agency_code, at, legal_on, handling_to, handling_to, headline, source, policy_version
  from history where ${oneOf(condition)}`;

/** Ways in which a record can be wrong, by what the judge must then find. */
const WRONGS = {
  lost: `delete from idempotency_key where key = (select min(key) from idempotency_key)`,
  twice: again(`command = 'accept'`),
  illegal: `update history set handling_to = 'resolved.answered' where ${oneOf(`command = 'assign'`)}`,
  rungTwice: again(`command = 'deadlinePassed'`),
  early: `update judge.clock set alarm = alarm + interval '10 years' where state = 'running'`,
  missed: `update deadline set next_alarm_at = now() - interval '1 minute'
    where id = (select id from deadline where state = 'running' and next_alarm_at > now() limit 1)`,
  silent: `update outbox set seq = seq + 1000 where (case_id, seq) =
    (select case_id, seq from history where command = 'deadlinePassed' limit 1)`,
  unsent: `update notice set message_id = '<another@stage.example>'
    where id = (select id from notice where channel = 'email' limit 1)`,
};

/** Makes a finished run wrong in every way that the judge claims to see, once each. */
export async function tamper(databaseUrl, files) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const wrong of Object.values(WRONGS)) await client.query(wrong);
  } finally {
    await client.end();
  }
  await refuseApplied(files.ledger);
  await copyMail(files.mails);
}

/** The ledger of somebody who was told no, and whose command was carried out. */
async function refuseApplied(path) {
  const lines = await readLines(path);
  const answered = new Set(lines.filter(({ event }) => event === 'acknowledged').map(({ key }) => key));
  const applied = lines.find(({ key, name }) => name === 'assign' && answered.has(key));
  const changed = lines.map((line) =>
    line.key === applied.key && line.event === 'acknowledged'
      ? { ...line, event: 'refused', status: 409 }
      : line,
  );
  await writeFile(path, changed.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A mail that came twice while nothing was wrong. */
async function copyMail(path) {
  const [mail] = await readLines(path);
  const copy = `${JSON.stringify({ ...mail, at: mail.at + HOUR_MS })}\n`;
  await appendFile(path, copy + copy);
}
