import { Migration } from '@mikro-orm/migrations';

/** Decrees on the calendar, what each would move, and the keys of the agencies' calendar feeds. */
export class Migration20261123Decrees extends Migration {
  override up(): void {
    this.addSql(DECREES);
    this.addSql(FEEDS);
  }

  override down(): void {
    this.addSql(`
      alter table calendar_edition drop constraint calendar_edition_decree;
      drop table deadline_feed, decree_move, decree;
    `);
  }
}

/**
 * A number may be used again once its decree is retracted (a slip of the pen is entered anew), and one decree at a time
 * is applied or retracted: the indexes say so.
 */
const DECREES = `
  create table decree (
    id uuid primary key,
    content jsonb not null,
    number text not null generated always as (content ->> 'number') stored,
    state text not null check (state in ('draft', 'applying', 'applied', 'retracting', 'retracted')),
    preview jsonb,
    previewed_under text,
    drafted_by text not null,
    drafted_at timestamptz not null default now(),
    applied_by text,
    applied_at timestamptz,
    retracted_by text,
    retracted_at timestamptz,
    replaced_edition text references calendar_edition,
    recounted_through uuid,
    recounted int not null default 0
  );
  create unique index decree_number on decree (number) where state <> 'retracted';
  create unique index decree_one_at_a_time on decree ((true)) where state in ('applying', 'retracting');

  alter table calendar_edition
    add constraint calendar_edition_decree foreign key (decree_id) references decree;

  create table decree_move (
    decree_id uuid not null references decree on delete cascade,
    deadline_id uuid not null,
    case_id uuid not null references cases,
    agency_code text not null,
    clock text not null,
    old_due date,
    new_due date,
    old_alarm_at timestamptz,
    new_alarm_at timestamptz,
    effect text not null,
    primary key (decree_id, deadline_id)
  );
`;

/** A feed whose key has leaked gets another turn, and with it another key. */
const FEEDS = `
  create table deadline_feed (
    agency_code text primary key references agency,
    turn int not null default 0
  );
`;
