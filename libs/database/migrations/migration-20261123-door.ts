import { Migration } from '@mikro-orm/migrations';

/**
 * Room on each page for the next version of a row: a command that moves no date then touches no index (heap-only
 * tuples). Rows that come and go are cleaned up early, so that claims stay short under a long night of work.
 */
export class Migration20261123Door extends Migration {
  override up(): void {
    this.addSql(`
      alter table cases set (fillfactor = 80);
      alter table deadline set (fillfactor = 80);
      alter table outbox set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
      alter table notice set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
    `);
  }

  override down(): void {
    for (const table of ['cases', 'deadline', 'outbox', 'notice']) {
      this.addSql(
        `alter table ${table} reset (fillfactor, autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)`,
      );
    }
  }
}
