import type { DecreePreview } from '#contract';
import { instantText, type Transaction } from '#database';
import { brokenCalendar, type CalendarEdition, changedDates, type LegalDate, type Refusal } from '#domain';
import type { Office } from '../office.js';
import { TODAY } from '../today.js';
import {
  calendarUnder,
  type DecreeOutcome,
  type DecreeRecord,
  decreeView,
  readDecrees,
  refuse,
  withState,
} from './decree-record.js';
import { deskClocks } from './duty-office.js';
import { named, policyUnder } from './editions.js';
import { type Move, moves } from './moves.js';

/** What a preview is about: applying a draft, or retracting a decree in force. */
interface Plan {
  decree: DecreeRecord;
  act: DecreePreview['act'];
  from: CalendarEdition;
  to: CalendarEdition;
}

/**
 * Works out what applying a draft, or retracting a decree in force, would do to every open case, and keeps it until
 * the next preview. Nothing else changes. The clocks are found and recounted as when the decree is applied.
 */
export async function previewDecree(office: Office, id: string): Promise<DecreeOutcome> {
  // Learned outside the transaction: a policy that is rolled back must not be remembered.
  const policy = await office.policies.current(office.database.pool);
  return office.database.transaction(async (transaction) => {
    await transaction.query('select from decree where id = $1 for update', [id]);
    const plan = await planOf(office, transaction, id, policy.calendar);
    if ('refusal' in plan) return { ok: false, refusal: plan.refusal };
    const preview = await keepMoves(office, transaction, plan);
    await transaction.query('update decree set preview = $2, previewed_under = $3 where id = $1', [
      id,
      JSON.stringify(preview),
      policy.calendar.edition,
    ]);
    const { edition } = policy.calendar;
    return { ok: true, decree: decreeView({ ...plan.decree, preview, previewedUnder: edition }, edition) };
  });
}

async function planOf(
  office: Office,
  transaction: Transaction,
  id: string,
  from: CalendarEdition,
): Promise<Plan | { refusal: Refusal }> {
  const decrees = await readDecrees(transaction);
  const decree = decrees.find((each) => each.id === id);
  if (!decree) return refuse('decree.notFound', 'notFound');
  const { number } = decree.content;
  if (decree.state === 'retracted') return refuse('decree.retracted', 'illegal', { number });
  const underWay = decrees.find(({ state }) => state === 'applying' || state === 'retracting');
  if (underWay) return refuse('decree.anotherUnderWay', 'illegal', { number: underWay.content.number });
  const act = decree.state === 'draft' ? 'apply' : 'retract';
  const after = withState(decrees, id, act === 'apply' ? 'applied' : 'retracted');
  const to = await named(transaction, calendarUnder(office, after));
  const [refusal] = brokenCalendar(to);
  return refusal ? { refusal } : { decree, act, from, to };
}

async function keepMoves(office: Office, transaction: Transaction, plan: Plan): Promise<DecreePreview> {
  const { decree, act, from, to } = plan;
  const { rows } = await transaction.query<{ asOf: string; today: LegalDate }>(
    `select ${instantText('now()')} as "asOf", to_char(${TODAY}, 'YYYY-MM-DD') as today`,
  );
  const { asOf, today } = rows[0]!;
  const policy = await policyUnder(office, transaction, to);
  const desk = deskClocks(policy);
  await transaction.query('delete from decree_move where decree_id = $1', [decree.id]);
  for await (const page of moves(transaction, { from, policy, today, after: null })) {
    await insertMoves(transaction, decree.id, desk, page);
  }
  return {
    act,
    edition: to.edition,
    asOf,
    today,
    changedDates: changedDates(from, to),
    ...(await countMoves(transaction, decree.id)),
  };
}

async function insertMoves(
  transaction: Transaction,
  decreeId: string,
  desk: readonly string[],
  page: readonly Move[],
): Promise<void> {
  if (page.length === 0) return;
  await transaction.query(
    `insert into decree_move (decree_id, deadline_id, case_id, clock, agency_code, old_due, new_due,
       old_alarm_at, new_alarm_at, effect)
     select $1, move.id, move.case_id, move.clock,
       case when move.clock = any($2) then cases.desk_agency_code
         else coalesce(cases.agency_code, cases.desk_agency_code) end,
       move.old_due, move.new_due, move.old_alarm_at, move.new_alarm_at, move.effect
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[], $8::timestamptz[],
       $9::timestamptz[], $10::text[])
       as move (id, case_id, clock, old_due, new_due, old_alarm_at, new_alarm_at, effect)
     join cases on cases.id = move.case_id`,
    [
      decreeId,
      desk,
      page.map(({ deadlineId }) => deadlineId),
      page.map(({ caseId }) => caseId),
      page.map(({ clock }) => clock),
      page.map(({ oldDue }) => oldDue),
      page.map(({ to }) => to.due),
      page.map(({ oldAlarmAt }) => oldAlarmAt),
      page.map(({ to }) => to.alarmAt),
      page.map(({ to }) => to.effect),
    ],
  );
}

const COUNTS = `count(distinct case_id)::int as cases, count(*)::int as clocks,
  (count(*) filter (where effect = 'becomesLate'))::int as "becomesLate",
  (count(*) filter (where effect = 'stopsBeingLate'))::int as "stopsBeingLate",
  (count(*) filter (where effect = 'dueMoves'))::int as "dueMoves",
  (count(*) filter (where effect = 'alarmMoves'))::int as "alarmMoves",
  (count(*) filter (where effect = 'groundsMove'))::int as "groundsMove"`;

async function countMoves(
  transaction: Transaction,
  decreeId: string,
): Promise<Pick<DecreePreview, 'totals' | 'agencies'>> {
  const totals = await transaction.query<DecreePreview['totals']>(
    `select ${COUNTS} from decree_move where decree_id = $1`,
    [decreeId],
  );
  const agencies = await transaction.query<DecreePreview['agencies'][number]>(
    `select moved.*, agency.name as "agencyName"
     from (select agency_code as "agencyCode", ${COUNTS} from decree_move where decree_id = $1
       group by agency_code) as moved
     left join agency on agency.code = moved."agencyCode"
     order by moved."becomesLate" desc, moved.clocks desc, agency.name, moved."agencyCode"`,
    [decreeId],
  );
  return { totals: totals.rows[0]!, agencies: agencies.rows };
}
