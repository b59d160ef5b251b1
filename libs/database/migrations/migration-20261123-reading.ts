import { Migration } from '@mikro-orm/migrations';

/** Fast reading at any size: the register's entries with their words, the board's figures, and leaner indexes of cases. */
export class Migration20261123Reading extends Migration {
  override up(): void {
    this.addSql(REGISTER);
    this.addSql(LISTS);
    this.addSql(BOARD);
    this.addSql(BOARD_KEEPING);
    this.addSql(PETITIONERS);
    this.addSql(FIRST_FILLING);
  }

  override down(): void {
    this.addSql(`
      drop index identity.petitioner_name, identity.petitioner_phone, petition_petitioner, attention_open_by_kind;
      drop function identity.phone_key(text);
      drop trigger board_of_entered on cases;
      drop trigger board_of_changed on cases;
      drop trigger board_of_removed on cases;
      drop trigger register_entered on cases;
      drop trigger register_received_on on cases;
      drop trigger register_removed on cases;
      drop function board_enters(), board_changes(), board_loses();
      drop function enter_in_register(), correct_register(), leave_register();
      drop table board_delta, board_day, board_total, board_floor, register_entry;
      drop function words_query(text), words_of(text);
      drop index cases_by_agency, cases_by_agency_received, cases_open_by_desk, cases_owing, cases_owing_by_agency,
        cases_owing_by_desk, cases_open_by_due;
      create index cases_open_by_due on cases (due, id) where headline <> 'resolved';
      create index cases_by_received on cases (received_on desc nulls last, id desc);
      create index cases_newest on cases (created_at desc, id desc);
      create index cases_by_desk on cases (desk_agency_code, created_at desc);
      create index cases_subject on cases using gin (fold(subject) gin_trgm_ops);
    `);
  }
}

/** What stands between words. */
const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * What the register says of a case from the day it is entered, under the id of the case: it is written once, so that its indexes cost the
 * commands that follow nothing. Only the day of receipt is ever corrected.
 */
const REGISTER = `
  create function words_of(value text) returns text[] language sql immutable parallel safe as $$
    select array_remove(string_to_array(
      translate(fold(value), $sign$${SIGNS}$sign$, repeat(' ', ${SIGNS.length})), ' '), '')
  $$;

  /* The last word may be unfinished: a person is still typing it. */
  create function words_query(value text) returns tsquery language sql immutable parallel safe as $$
    select string_agg('''' || word || '''' || case when place = cardinality(words) then ':*' else '' end, ' & ')::tsquery
    from words_of(value) as words, unnest(words) with ordinality as split (word, place)
  $$;

  create table register_entry (
    id uuid primary key,
    desk_agency_code text not null,
    received_on date,
    place text,
    words tsvector not null
  );
  create index register_by_received on register_entry (received_on, id);
  create index register_by_desk on register_entry (desk_agency_code, id);
  create index register_by_desk_received on register_entry (desk_agency_code, received_on, id);
  create index register_by_place on register_entry (place, id) where place is not null;
  create index register_words on register_entry using gin (words) with (gin_pending_list_limit = 1024);

  create function enter_in_register() returns trigger language plpgsql as $$
  begin
    insert into register_entry (id, desk_agency_code, received_on, place, words)
    select id, desk_agency_code, received_on, coalesce(place_code, fold(place_text)),
      array_to_tsvector(words_of(left(subject, 500)))
    from entered;
    return null;
  end $$;
  create trigger register_entered after insert on cases
    referencing new table as entered for each statement execute function enter_in_register();

  create function correct_register() returns trigger language plpgsql as $$
  begin
    update register_entry set received_on = new.received_on where id = new.id;
    return null;
  end $$;
  create trigger register_received_on after update on cases
    for each row when (old.received_on is distinct from new.received_on) execute function correct_register();

  create function leave_register() returns trigger language plpgsql as $$
  begin
    delete from register_entry where id = old.id;
    return null;
  end $$;
  create trigger register_removed after delete on cases for each row execute function leave_register();
`;

/** One index for each order of each reach; what the register orders needs none here. */
const LISTS = `
  drop index cases_by_received, cases_newest, cases_by_desk, cases_subject;
  drop index cases_open_by_due;
  create index cases_open_by_due on cases (headline, due, id) where headline <> 'resolved';
  alter table cases alter column number type text collate "C";
  create index cases_by_agency on cases (agency_code, id);
  create index cases_by_agency_received on cases (agency_code, received_on, id);
  create index cases_open_by_desk on cases (desk_agency_code, due, id) where headline <> 'resolved';
  create index cases_owing on cases (due, id) where headline = 'resolved' and due is not null;
  create index cases_owing_by_agency on cases (agency_code, due, id)
    where headline = 'resolved' and due is not null;
  create index cases_owing_by_desk on cases (desk_agency_code, due, id)
    where headline = 'resolved' and due is not null;
  create index attention_open_by_kind on attention_item (kind, created_at, id) where settled_at is null;
`;

/**
 * The board's figures by desk and agency. `board_total` holds what does not depend on the day, and the due dates before
 * the floor added up; `board_day` the due dates from the floor on; `board_delta` what transactions have changed since,
 * rows of their own, so that no two of them ever wait for the same row. What stood still when it was late stays late, so
 * `running` counts the open cases whose lateness depends on the day.
 */
const BOARD = `
  create table board_floor (
    only_row boolean primary key default true check (only_row),
    due date not null
  );
  insert into board_floor (due) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date);

  create table board_total (
    desk_agency_code text not null,
    agency_code text,
    open int not null,
    escalated int not null,
    stopped_late int not null,
    running_before int not null,
    owed_before int not null,
    in_time int not null,
    out_of_time int not null,
    unique nulls not distinct (desk_agency_code, agency_code)
  );

  create table board_day (
    due date not null,
    desk_agency_code text not null,
    agency_code text,
    open int not null,
    running int not null,
    owed int not null,
    unique nulls not distinct (due, desk_agency_code, agency_code)
  );

  create table board_delta (
    desk_agency_code text not null,
    agency_code text,
    due date,
    open int not null,
    escalated int not null,
    stopped_late int not null,
    owed int not null,
    in_time int not null,
    out_of_time int not null
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
`;

const IS_OPEN = "headline <> 'resolved'";
const STOOD_STILL_LATE = `${IS_OPEN} and handling in ('assigned.suspended', 'assigned.awaitingExpertise')
  and coalesce((facts ->> 'stoppedLate')::boolean, false)`;

/** What the board shows of cases, in the order of the columns of `board_delta`. */
const FIGURES = [
  IS_OPEN,
  "headline = 'escalated'",
  STOOD_STILL_LATE,
  "headline = 'resolved' and due is not null",
  'settled_in_time',
  'not settled_in_time',
];

/** Notes what is there now and takes off what was there before, added up by office and day; nothing where they are equal. */
const note = (rows: string) => `
  insert into board_delta (desk_agency_code, agency_code, due, open, escalated, stopped_late, owed, in_time, out_of_time)
  select * from (
    select desk_agency_code, agency_code, due,
      ${FIGURES.map((figure, index) => `coalesce(sum(sign) filter (where ${figure}), 0) as f${index}`).join(',\n      ')}
    from (${rows}) as share group by desk_agency_code, agency_code, due) as change
  where (f0, f1, f2, f3, f4, f5) <> (0, 0, 0, 0, 0, 0);`;

const READ = 'desk_agency_code, agency_code, due, headline, handling, facts, settled_in_time';
const now = (table: string) => `select ${READ}, 1 as sign from ${table}`;
const before = (table: string) => `select ${READ}, -1 as sign from ${table}`;

const noting = (name: string, rows: string) => `
  create function ${name}() returns trigger language plpgsql as $$
  begin
    ${note(rows)}
    return null;
  end $$;`;

/** Every statement that writes cases notes what it changes of the board, once for all its rows, in its own transaction. */
const BOARD_KEEPING = `
  ${noting('board_enters', now('entered'))}
  ${noting('board_changes', `${now('changed')} union all ${before('replaced')}`)}
  ${noting('board_loses', before('removed'))}
  create trigger board_of_entered after insert on cases
    referencing new table as entered for each statement execute function board_enters();
  create trigger board_of_changed after update on cases
    referencing new table as changed old table as replaced for each statement execute function board_changes();
  create trigger board_of_removed after delete on cases
    referencing old table as removed for each statement execute function board_loses();
`;

/** Finding a person again: by the digits of the telephone, +84 being 0, and by the name without marks. */
const PETITIONERS = `
  create function identity.phone_key(value text) returns text language sql immutable parallel safe as $$
    select nullif(regexp_replace(regexp_replace(value, '[^0-9]+', '', 'g'), '^(0*84|0+)', ''), '')
  $$;
  create index petitioner_phone on identity.petitioner (identity.phone_key(phone), ref) where phone is not null;
  create index petitioner_name on identity.petitioner (fold(full_name), ref);
  create index petition_petitioner on petition (petitioner_ref) where petitioner_ref is not null;
`;

const FIRST_FILLING = `
  insert into register_entry (id, desk_agency_code, received_on, place, words)
    select id, desk_agency_code, received_on, coalesce(place_code, fold(place_text)),
      array_to_tsvector(words_of(left(subject, 500))) from cases;
  ${note(now('cases'))}
`;
