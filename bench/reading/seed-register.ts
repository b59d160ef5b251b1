import type { Database } from '#database';
import type { LegalDate } from '#domain';
import { drawn, WORDS } from './words.js';

/** How large the register is made, and over how many days before today it came in. */
export interface RegisterSize {
  cases: number;
  today: LegalDate;
}

const DAYS = 3_650;
const BATCH = 250_000;

/** Tables that are filled, whose indexes are made when they are full. */
const FILLED = ['cases', 'petition', 'register_entry', 'petitioner', 'attention_item'];

/**
 * Copies the models until the register is full: one case in ten open, the older the fewer; agencies from large to
 * small; subjects of common and rare words; a petitioner each. Clocks and history stay with the models and with the
 * newest copies, whose pages are read.
 */
export async function seedRegister(database: Database, size: RegisterSize): Promise<void> {
  await prepare(database);
  const indexes = await database.rows<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = any($1) and indexdef not like 'CREATE UNIQUE%'`,
    [FILLED],
  );
  for (const { name, definition } of indexes) {
    await database.rows(`drop index ${/ ON (\w+)\./.exec(definition)?.[1]}.${name}`);
  }
  for (let first = 1; first <= size.cases; first += BATCH) {
    await fill(database, size, first, Math.min(first + BATCH - 1, size.cases));
  }
  for (const { definition } of indexes) await database.rows(definition);
  await database.rows(
    `alter table cases enable trigger register_entered; alter table cases enable trigger board_of_entered`,
  );
  await copyClocks(database);
  await database.rows('vacuum analyze');
}

/** The models by standing; and the register's own triggers, which go on while foreign keys are not looked up. */
async function prepare(database: Database): Promise<void> {
  await database.rows(`
    alter table cases enable always trigger register_entered;
    alter table cases enable always trigger board_of_entered;
    create table bench_model as
    select *, case when headline <> 'resolved' then 'open' when due is null then 'settled' else 'owing' end as standing,
      row_number() over (partition by
        case when headline <> 'resolved' then 'open' when due is null then 'settled' else 'owing' end order by id) as place
    from cases`);
}

async function fill(
  database: Database,
  { cases, today }: RegisterSize,
  first: number,
  last: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('set local session_replication_role = replica');
    await transaction.query(`select setseed(${(first % 1_000_003) / 1_000_003})`);
    for (const statement of [COPIES, ...FROM_COPIES]) {
      const values = statement === COPIES ? [first, last, cases, today] : [];
      await transaction.query(statement, values);
    }
  });
}

/** Draws the lot of each copy. */
const COPIES = `
  create temporary table copy on commit drop as
  with drawn as materialized (
    select n, ($4::date + time '08:00') at time zone 'Asia/Ho_Chi_Minh'
        - ($3::int - n)::float8 / $3::int * interval '${DAYS} days' as at,
      random() as openness, random() as lateness, random() as dueness, random() as size, random() as luck
    from generate_series($1::int, $2::int) as n),
  standing as (
    select *, ($4::date - at::date) as age, case
      when openness < case when at > $4::date - 120 then 0.7 else 0.08 end then 'open'
      when openness > 0.985 then 'owing' else 'settled' end as standing
    from drawn),
  placed as (
    select *, case when standing = 'open' and age < 60 and luck < 0.05 then null
      else 1 + floor(900 * power(size, 1.5))::int end as agency
    from standing)
  select uuidv7(at - now()) as id, n, at, standing, at::date as received_on, lateness, luck,
    1 + floor(luck * (select count(*) from bench_model where bench_model.standing = placed.standing))::int as model,
    case standing when 'open' then case when dueness > 0.97 then null else at::date + 20 + floor(dueness * 70)::int end
      when 'owing' then $4::date - 30 + floor(dueness * 60)::int end as due,
    'bench-' || lpad(agency::text, 3, '0') as agency_code,
    case when (openness * 1000)::int % 10 < 2 or agency is null then 'bench-desk'
      else 'bench-' || lpad((1 + agency % 36)::text, 3, '0') end as desk_agency_code,
    'bench-' || lpad((37 + floor(864 * power(lateness, 1.5))::int)::text, 3, '0') as place_code,
    ${drawn(WORDS.MATTERS)} || ' ' || ${Array.from({ length: 4 }, () => drawn(WORDS.SYLLABLES)).join(" || ' ' || ")}
      || ' số ' || floor(random() * 100000)::int as subject,
    ${drawn(WORDS.FAMILY_NAMES)} || ' ' || ${drawn(WORDS.MIDDLE_NAMES)} || ' ' || ${drawn(WORDS.GIVEN_NAMES)} as full_name,
    '09' || lpad(floor(random() * 30000000)::int::text, 8, '0') as phone
  from placed`;

const IS_LATE = `copy.standing = 'open' and copy.due < now()::date`;

const FROM_COPIES = [
  `insert into cases (id, number, tracking_hash, procedure, procedure_version, declared_kind, state, facts, handling,
     supervision, headline, level, owner_role, version, desk_agency_code, agency_code, received_on, channel, subject,
     topic, place_text, place_code, agency_named, due, due_clock, due_certainty, due_provisional, outcome,
     outcome_summary, resolved_on, settled_in_time, policy_version, created_at, updated_at)
   select copy.id, 'BN-' || extract(year from at) || '-' || lpad(n::text, 8, '0') || '-0',
     sha256(n::text::bytea), procedure, procedure_version, declared_kind, state, facts, handling,
     case when ${IS_LATE} then 'overdue' else supervision end,
     case when copy.agency_code is null then 'received' when ${IS_LATE} and lateness < 0.3 then 'escalated'
       else headline end,
     case when ${IS_LATE} and lateness < 0.3 then 1 else level end, owner_role, version, copy.desk_agency_code,
     copy.agency_code, copy.received_on, channel, copy.subject, topic, null, copy.place_code, agency_named,
     copy.due, due_clock, due_certainty, due_provisional, outcome, outcome_summary,
     case when copy.standing <> 'open' then copy.received_on + 40 end,
     case when copy.standing <> 'open' then lateness < 0.7 end, policy_version, at, at
   from copy join bench_model on bench_model.standing = copy.standing and bench_model.place = copy.model`,
  `insert into identity.petitioner (ref, full_name, phone, is_sample)
   select id, full_name, case when luck < 0.8 then phone end, true from copy`,
  `insert into petition (id, case_id, received_on, channel, content, petitioner_ref)
   select id, id, received_on, 'post', null, id from copy`,
  `insert into attention_item (id, case_id, kind)
   select id, id, 'placeAmbiguous' from copy where luck between 0.5 and case standing when 'open' then 0.52 else 0.503 end`,
];

/** The newest 2,000 copies get the clocks and the history of their models, so that their pages can be read. */
async function copyClocks(database: Database): Promise<void> {
  await database.rows(`
    create table bench_page as
    select cases.id, (select model.id from bench_model as model where model.procedure = cases.procedure
      and model.handling = cases.handling order by model.id limit 1) as model
    from (select * from cases where id not in (select id from bench_model) order by id desc limit 2000) as cases`);
  await database.rows(`
    insert into deadline (id, case_id, clock, procedure, state, ledger, due, next_step, next_alarm_at, met_in_time, policy_version)
    select gen_random_uuid(), page.id, clock, procedure, state, ledger, due, next_step, null, met_in_time, policy_version
    from bench_page as page join deadline on deadline.case_id = page.model`);
  await database.rows(`
    insert into history (case_id, seq, command, payload, actor_id, actor_role, agency_code, at, legal_on, handling_from,
      handling_to, headline, source, policy_version)
    select page.id, seq, command, payload, actor_id, actor_role, agency_code, at, legal_on, handling_from, handling_to,
      headline, source, policy_version
    from bench_page as page join history on history.case_id = page.model`);
}
