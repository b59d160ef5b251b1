import { Migration } from '@mikro-orm/migrations';

/** What cases were decided under: every calendar edition a ledger may name, every policy a row names. */
export class Migration20261123Policies extends Migration {
  override up(): void {
    this.addSql(`
      create table calendar_edition (
        edition text primary key,
        seq bigint generated always as identity unique,
        content jsonb not null,
        decree_id uuid,
        made_at timestamptz not null default now()
      );

      create table policy_edition (
        version text primary key,
        limits jsonb not null,
        ladders jsonb not null,
        laws jsonb not null,
        acts jsonb not null,
        calendar_edition text not null references calendar_edition,
        seen_at timestamptz not null default now()
      );
    `);
  }

  override down(): void {
    this.addSql('drop table policy_edition, calendar_edition;');
  }
}
