/*
 * What the judge has the database itself write down while the run goes on: every state that a clock has been in, by
 * a trigger, in the transaction that brought it about.
 */
export const WITNESS = `
  create schema judge;
  create table judge.clock (
    id bigint generated always as identity primary key,
    deadline_id uuid not null,
    case_id uuid not null,
    state text not null,
    next_step int,
    alarm timestamptz,
    at timestamptz not null default clock_timestamp()
  );
  create function judge.witness() returns trigger language plpgsql as $$
    begin
      insert into judge.clock (deadline_id, case_id, state, next_step, alarm)
      values (new.id, new.case_id, new.state, new.next_step, new.next_alarm_at);
      return null;
    end $$;
  create trigger witness after insert or update on deadline for each row execute function judge.witness();`;
