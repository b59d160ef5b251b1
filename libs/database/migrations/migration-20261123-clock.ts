import { Migration } from '@mikro-orm/migrations';

/** The mark that the clock of the record must not jump away from, and the trace that a message belongs to. */
export class Migration20261123Clock extends Migration {
  override up(): void {
    this.addSql(CLOCK_MARK);
    this.addSql('alter table outbox add column trace text');
  }

  override down(): void {
    this.addSql('alter table outbox drop column trace');
    this.addSql('drop table clock_mark');
  }
}

/**
 * At most one row. `seen_at`: latest instant of `now()` that was trusted. `swept_at`: when a sweep last left
 * nothing due. While `doubt` stands, no deadline is fired; `doubted_at` is the reading that was not believed.
 * Every end of a doubt adds one to `trusted_times`, so that each worker forgets what it compared with.
 */
const CLOCK_MARK = `
  create table clock_mark (
    only_row boolean primary key default true check (only_row),
    seen_at timestamptz not null,
    swept_at timestamptz,
    doubt text check (doubt in ('back', 'forward')),
    doubted_at timestamptz,
    told_at timestamptz,
    trusted_times int not null default 0,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((doubt is null) = (doubted_at is null))
  );
`;
