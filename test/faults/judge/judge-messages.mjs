/** A fault this near to a mail that was taken can be why its taking was not recorded. */
const BEFORE_MS = 500;
const AFTER_MS = 5_000;

/**
 * Follows every message from the outbox to the mail server.
 * @param mails what the mail server had on its disk before it said so.
 * @param faults instants at which something was killed, cut or reported as failed.
 */
export async function judgeMessages(database, mails, faults) {
  const findings = {
    unsettled: [],
    parked: [],
    untold: [],
    unsent: [],
    unknownMails: [],
    unexplainedCopies: [],
  };
  const outbox = await database.query(
    `select id, settled_at is not null as settled, parked_at is not null as parked, last_error as error,
       (select count(*)::int from notice where outbox_id = outbox.id) as told from outbox`,
  );
  for (const { id, settled, parked, error, told } of outbox.rows) {
    if (parked) findings.parked.push(`${id} ${error}`);
    else if (!settled) findings.unsettled.push(id);
    else if (told === 0) findings.untold.push(id);
  }
  const repeated = await database.query(
    `select case_id, seq, count(*)::int as times from outbox group by case_id, seq, payload having count(*) > 1`,
  );
  const silent = await database.query(
    `select case_id, seq from history where command = 'deadlinePassed'
       and not exists (select 1 from outbox o where o.case_id = history.case_id and o.seq = history.seq)`,
  );
  const taken = groupMails(mails);
  const notices = await database.query(
    `select coalesce(regexp_replace(message_id, '<[^@]*', '<' || (to_jsonb(notice) ->> 'digest_id')), message_id)
       as "messageId", state from notice where channel = 'email'`,
  );
  const known = new Set(notices.rows.map(({ messageId }) => messageId));
  for (const { messageId, state } of notices.rows) {
    if (state !== 'sent' || !taken.has(messageId)) findings.unsent.push(`${messageId} ${state}`);
  }
  for (const messageId of taken.keys()) if (!known.has(messageId)) findings.unknownMails.push(messageId);
  const copies = judgeCopies(taken, faults);
  findings.unexplainedCopies.push(...copies.unexplained);
  return {
    findings: {
      ...findings,
      repeated: repeated.rows.map(({ case_id, seq, times }) => `${case_id} ${seq} ${times} times`),
      silent: silent.rows.map(({ case_id, seq }) => `${case_id} ${seq}`),
    },
    messages: outbox.rows.length,
    mails: mails.length,
    copies: copies.number,
    faultsInSendWindows: copies.inWindows,
  };
}

function groupMails(mails) {
  const taken = new Map();
  for (const { messageId, at } of mails) {
    if (!taken.has(messageId)) taken.set(messageId, []);
    taken.get(messageId).push(at);
  }
  return taken;
}

/** Every copy but the last of a mail needs a fault between its taking and the record of it. */
function judgeCopies(taken, faults) {
  const unexplained = [];
  const inWindows = new Set();
  let number = 0;
  for (const [messageId, times] of taken) {
    number += times.length - 1;
    for (const at of times.slice(0, -1)) {
      const near = faults.filter((fault) => fault >= at - BEFORE_MS && fault <= at + AFTER_MS);
      if (near.length === 0) unexplained.push(`${messageId} taken at ${at} and again`);
      else inWindows.add(near[0]);
    }
  }
  return { unexplained, number, inWindows: inWindows.size };
}
