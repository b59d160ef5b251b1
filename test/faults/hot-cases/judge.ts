import { type Call, isUnanswered } from './calls.js';
import { follow, headlineOf, type Standing, UNREGISTERED } from './model.js';
import { orderFaults, type Placed } from './order.js';
import { repeatFaults } from './repeats.js';

/** One row of a case's history. */
export interface Recorded {
  caseId: string;
  seq: number;
  command: string;
  payload: Record<string, unknown>;
  actorId: string;
  role: string;
  handling: string;
  headline: string;
}

/** A case as its row has it. */
export interface FinalCase {
  id: string;
  number: string;
  version: number;
  handling: string;
  headline: string;
  /** The mark of its registration. */
  subject: string;
}

/** What was sent and answered, and what the record holds in the end. */
export interface Evidence {
  calls: readonly Call[];
  history: readonly Recorded[];
  cases: readonly FinalCase[];
}

/**
 * Judges what happened, knowing only what clients sent and heard and what the tables hold.
 * @returns one sentence per fault; none when every history is one that an office could have written.
 */
export function judge({ calls, history, cases }: Evidence): string[] {
  const rowsOf = Map.groupBy(
    [...history].sort((a, b) => a.seq - b.seq),
    ({ caseId }) => caseId,
  );
  const callsOf = Map.groupBy(calls, ({ caseId }) => caseId);
  const registrations = Map.groupBy(
    calls.filter(({ name }) => name === 'register'),
    ({ mark }) => mark,
  );
  const faults = cases.flatMap((final) => {
    const rows = rowsOf.get(final.id) ?? [];
    const about = new Set([...(callsOf.get(final.id) ?? []), ...(registrations.get(final.subject) ?? [])]);
    return [
      ...countFaults(final, rows),
      ...courseFaults(rows),
      ...lossFaults(rows, [...about]),
      ...orderFaults(firstOfEach([...about]).flatMap((call) => placeOf(call, rows))),
    ].map((fault) => `${final.number}: ${fault}`);
  });
  return [...faults, ...answerFaults(calls, cases), ...repeatFaults(calls)];
}

/** Versions follow each other without gaps, and the case stands where its last act left it. */
function countFaults(final: FinalCase, rows: readonly Recorded[]): string[] {
  const last = rows.at(-1);
  const isCounted = rows.every(({ seq }, index) => seq === index + 1) && final.version === rows.length;
  const isLast = last?.handling === final.handling && last.headline === final.headline;
  return [
    ...(isCounted ? [] : [`version ${final.version} with the acts ${rows.map(({ seq }) => seq)}`]),
    ...(isLast ? [] : [`stands ${final.handling} after ${last?.handling}`]),
  ];
}

/** Every act could follow the one before, and led where the model says. */
function courseFaults(rows: readonly Recorded[]): string[] {
  let standing: Standing = UNREGISTERED;
  const faults: string[] = [];
  for (const row of rows) {
    const next = follow(standing, row);
    if (!next) {
      faults.push(`illegal: ${row.command} by ${row.role} at ${standing.at} (act ${row.seq})`);
      return faults;
    }
    if (next.at !== row.handling || headlineOf(next) !== row.headline) {
      faults.push(
        `${row.command} led to ${row.handling}, ${row.headline} and not to ${next.at} (act ${row.seq})`,
      );
    }
    standing = { ...next, at: row.handling };
  }
  return faults;
}

/** Every act that was acknowledged is in the record as it was sent, and nothing is there that nobody sent. */
function lossFaults(rows: readonly Recorded[], calls: readonly Call[]): string[] {
  const accepted = calls.filter(({ status, name }) => status === 200 && name !== 'read');
  const lost = accepted.filter((call) => {
    const row = rows[versionOf(call) - 1];
    return !row || call.seen !== row.seq - 1 || !isOf(call, row);
  });
  const unsent = rows.filter(
    (row) => !calls.some((call) => (isDone(call) || isUnanswered(call)) && isOf(call, row)),
  );
  return [
    ...lost.map(({ name, seen }) => `lost: ${name} on version ${seen} was acknowledged`),
    ...unsent.map(({ command, seq }) => `nobody sent ${command} (act ${seq}), or it was refused`),
  ];
}

/** What a registration does, in this order, as far as it goes. */
const WITH_REGISTRATION = ['register', 'classify', 'assign'];

function isOf(call: Call, { command, actorId, payload, seq }: Recorded): boolean {
  if (call.actorId !== actorId) return false;
  if (call.name === 'register') return seq <= call.acts && WITH_REGISTRATION[seq - 1] === command;
  const marks = Object.values(payload).filter((value) => typeof value === 'string' && value.length === 36);
  return call.name === command && (marks.length === 0 || marks.includes(call.mark));
}

const isDone = ({ status }: Call) => status === 200 || status === 201;

/** Copies under one key are one act: sent when the first was, done when the first was answered. */
function firstOfEach(calls: readonly Call[]): Call[] {
  const keyed = calls.filter((call) => call.key !== null && (isDone(call) || isUnanswered(call)));
  const copies = Map.groupBy(keyed, ({ key }) => key);
  return calls.flatMap((call) => {
    const same = isDone(call) ? copies.get(call.key) : undefined;
    if (!same) return [call];
    const done = same.filter(isDone);
    if (done[0] !== call) return [];
    const sentAt = Math.min(...same.map((copy) => copy.sentAt));
    return [{ ...call, sentAt, answeredAt: Math.min(...done.map((copy) => copy.answeredAt)) }];
  });
}

/** Where the call stands in the order of the acts, as its answer says: an act at its version, a reading behind it. */
function placeOf(call: Call, rows: readonly Recorded[]): Placed[] {
  const { name, status, sentAt, answeredAt, seen } = call;
  const at = (place: number) => [{ place, sentAt, answeredAt, what: `${name} (${status})` }];
  if (name === 'register') return status === 201 ? at(1) : [];
  if (name === 'read') return status === 200 ? at(versionOf(call) + 0.5) : [];
  if (status === 200) return at(versionOf(call));
  if (status === 412) return at(JSON.parse(call.text).currentVersion + 0.5);
  const isJudged = status === 409 || (status === 422 && rows.length > 0);
  return isJudged && seen !== null ? at(seen + 0.5) : [];
}

const versionOf = ({ text }: Call): number => JSON.parse(text).version;

/** Statuses that the description of the API allows here. */
const KNOWN = [200, 201, 403, 404, 409, 412, 422];

/** No fault of the server, one case per registration, and numbers without gaps. */
function answerFaults(calls: readonly Call[], cases: readonly FinalCase[]): string[] {
  const strange = calls.filter((call) => !KNOWN.includes(call.status) && !isUnanswered(call));
  const kept = new Set(cases.map(({ id }) => id));
  const lost = calls.filter(({ status, caseId }) => status === 201 && !kept.has(caseId));
  const isTwice = new Set(cases.map(({ subject }) => subject)).size < cases.length;
  const serials = cases.map(({ number }) => Number(number.split('-')[2])).sort((a, b) => a - b);
  const isGapless = serials.every((serial, index) => serial === index + 1);
  return [
    ...strange.map(({ name, status, text }) => `${name} was answered ${status}: ${text.slice(0, 300)}`),
    ...lost.map(({ caseId }) => `lost: the registration of ${caseId} was acknowledged`),
    ...(isTwice ? ['one registration made two cases'] : []),
    ...(isGapless ? [] : ['the case numbers have gaps']),
  ];
}
