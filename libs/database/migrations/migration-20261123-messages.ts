import { Migration } from '@mikro-orm/migrations';

/** Messages in batches: tries noted before the work, mails in the order of their case, digests, parked ones with an owner. */
export class Migration20261123Messages extends Migration {
  override up(): void {
    this.addSql(OUTBOX);
    this.addSql(NOTICE);
    this.addSql(MAIL_GATE);
    this.addSql(DECISIONS);
  }

  override down(): void {
    this.addSql(`
      drop table message_decision, mail_gate, delivery_try;
      drop index outbox_parked, outbox_unaddressed, notice_mail_due, notice_mail_line, notice_mail_backlog;
      create index outbox_case on outbox (case_id);
      create index notice_open on notice (created_at) where state in ('pending', 'sending');
      create index notice_case on notice (case_id);
      alter table notice
        add constraint notice_outbox_id_fkey foreign key (outbox_id) references outbox,
        add constraint notice_case_id_fkey foreign key (case_id) references cases,
        add constraint notice_staff_id_fkey foreign key (staff_id) references staff;
      update notice set state = 'parked' where state = 'givenUp';
      alter table notice drop constraint notice_state_check;
      alter table notice add constraint notice_state_check
        check (state in ('pending', 'sending', 'sent', 'parked'));
      alter table notice drop column seq, drop column deaths, drop column digest_id, drop column parked_for;
      alter table outbox drop column addressed_at, drop column deaths, drop column parked_for, drop column owner,
        drop column given_up_at;
    `);
  }
}

/**
 * `delivery_try` holds one row per batch in the hands of a worker; what a dead worker leaves there is counted
 * against its messages. An addressed message waits for its mails with `ring_after` at infinity; one that was addressed
 * before this migration is found to be so when it is rung again.
 */
const OUTBOX = `
  alter table outbox
    add column addressed_at timestamptz,
    add column deaths smallint not null default 0,
    add column parked_for text,
    add column owner text check (owner in ('coordinationOffice', 'administrator')),
    add column given_up_at timestamptz;

  drop index outbox_case;
  create index outbox_unaddressed on outbox (case_id, seq)
    where addressed_at is null and settled_at is null and parked_at is null;
  create index outbox_parked on outbox (parked_at, id) where parked_at is not null and settled_at is null;

  create table delivery_try (
    id uuid primary key,
    outbox_ids uuid[] not null,
    begun_at timestamptz not null default now()
  );
`;

/**
 * The ledger of effects. Mails of one case to one address form a line: `seq` is the case's version at the event. Its
 * rows are written in one place, which has just read what they point at; foreign keys would read it again for each row
 * (a third of the statement) and lock the cases that people work on.
 */
const NOTICE = `
  alter table notice
    add column seq int not null default 0,
    add column deaths smallint not null default 0,
    add column digest_id uuid,
    add column parked_for text;
  update notice n set seq = o.seq from outbox o where o.id = n.outbox_id;
  alter table notice drop constraint notice_state_check;
  alter table notice add constraint notice_state_check
    check (state in ('pending', 'sending', 'sent', 'parked', 'givenUp'));

  alter table notice drop constraint notice_outbox_id_fkey, drop constraint notice_case_id_fkey,
    drop constraint notice_staff_id_fkey;
  drop index notice_open, notice_case;
  create index notice_mail_due on notice (coalesce(lease_until, retry_at, created_at))
    where channel = 'email' and state in ('pending', 'sending');
  create index notice_mail_line on notice (case_id, address, seq, id)
    where channel = 'email' and state in ('pending', 'sending');
  create index notice_mail_backlog on notice (address, created_at)
    where channel = 'email' and state in ('pending', 'sending');
`;

/** One row that whoever claims mails locks: it keeps the pace and keeps two claims from reading past each other. */
const MAIL_GATE = `
  create table mail_gate (
    only_row boolean primary key default true check (only_row),
    allowance float8 not null default 0,
    refilled_at timestamptz not null default now()
  );
  insert into mail_gate default values;
`;

const DECISIONS = `
  create table message_decision (
    id bigint generated always as identity primary key,
    outbox_id uuid not null references outbox,
    decision text not null check (decision in ('retry', 'giveUp')),
    reason text,
    staff_id text not null references staff,
    decided_at timestamptz not null default now()
  );
  create index message_decision_outbox on message_decision (outbox_id);
`;
