import { UnderscoreNamingStrategy } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM, type PostgreSqlConnection } from '@mikro-orm/postgresql';
import pg, { type Pool, type PoolClient } from 'pg';
import { AgencyEntity, FormerUnitEntity } from './entities/agency.js';
import { StaffEntity } from './entities/staff.js';
import { Migration20261123Clock } from './migrations/migration-20261123-clock.js';
import { Migration20261123Decrees } from './migrations/migration-20261123-decrees.js';
import { Migration20261123Door } from './migrations/migration-20261123-door.js';
import { Migration20261123First } from './migrations/migration-20261123-first.js';
import { Migration20261123Messages } from './migrations/migration-20261123-messages.js';
import { Migration20261123Policies } from './migrations/migration-20261123-policies.js';
import { Migration20261123Reading } from './migrations/migration-20261123-reading.js';
import { ENDLESS, inDriverWords, type Patience } from './patience.js';

// Legal dates stay text: a Date would drag a time zone in.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Transaction = PoolClient;

/**
 * The one way to PostgreSQL: MikroORM for administration and migrations, and the pool of its driver
 * for the door and the lists, whose set-based SQL is 10 times faster than a unit of work.
 */
export class Database {
  private constructor(
    readonly orm: MikroORM,
    readonly pool: Pool,
  ) {}

  /**
   * Connects.
   * @param url `postgres://` address of the database.
   * @param poolSize most connections held at once.
   * @param patience how long statements may take; without it they take as long as they need.
   * @throws when the server does not answer.
   */
  static async connect(url: string, poolSize = 10, patience: Patience = ENDLESS): Promise<Database> {
    const orm = await MikroORM.init(
      defineConfig({
        clientUrl: url,
        entities: [AgencyEntity, FormerUnitEntity, StaffEntity],
        namingStrategy: UnderscoreNamingStrategy,
        extensions: [Migrator],
        migrations: {
          migrationsList: [
            Migration20261123First,
            Migration20261123Policies,
            Migration20261123Decrees,
            Migration20261123Messages,
            Migration20261123Clock,
            Migration20261123Reading,
            Migration20261123Door,
          ],
          snapshot: false,
          silent: true,
        },
        schemaGenerator: { ignoreSchema: ['bullmq', 'identity'] },
        pool: { min: 0, max: poolSize },
        driverOptions: inDriverWords(patience),
        forceUtcTimezone: true,
        allowGlobalContext: false,
      }),
    );
    const pool = await (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
    await pool.query('select 1');
    return new Database(orm, pool);
  }

  /** Brings the schema up to date; harmless when it already is. */
  async migrate(): Promise<void> {
    await this.orm.migrator.up();
  }

  /** Rows of one statement outside a transaction. Parameters are `$1`, `$2`, ... */
  async rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, parameters)).rows;
  }

  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }
}
