import type { Database } from '#database';

/** The tables that an import fills, in the order in which they refer to each other. */
const TABLES = ['cases', 'petition', 'attention_item', 'deadline', 'history'] as const;

/** Tables that the database itself keeps beside them. */
const KEPT_BESIDE = ['register_entry', 'board_delta', 'board_day', 'board_total'];

/** Empties what an import fills. */
export async function emptyRecord(database: Database): Promise<void> {
  await database.rows(`truncate ${[...TABLES, ...KEPT_BESIDE, 'case_counter'].join(', ')} cascade`);
  await database.rows('checkpoint');
}

/** Keeps the rows that an import has written, for the floor to write them again. */
export async function keepRows(database: Database): Promise<void> {
  for (const table of TABLES) await database.rows(`create unlogged table kept_${table} as table ${table}`);
}

/**
 * The floor: the same rows into the same tables with the same indexes, by one plain statement a table in one
 * transaction.
 * @returns seconds.
 */
export async function writeKeptRows(database: Database): Promise<number> {
  const startedAt = performance.now();
  await database.transaction(async (own) => {
    for (const table of TABLES) await own.query(`insert into ${table} table kept_${table}`);
  });
  return (performance.now() - startedAt) / 1_000;
}

/** What the record holds of a register that should be in it whole: all zero but the first when nothing was lost or doubled. */
export interface Fidelity {
  petitions: number;
  /** Petitions that share their key with another. */
  doubled: number;
  /** Cases without their paper or without one entry of history for each version. */
  torn: number;
  /** Numbers that were given out and that no case has. */
  gaps: number;
}

/** Looks at the whole record. */
export async function readFidelity(database: Database): Promise<Fidelity> {
  const [found] = await database.rows<Fidelity>(
    `select (select count(*) from petition) as petitions,
       (select count(*) - count(distinct source_key) from petition) as doubled,
       (select count(*) from cases
        left join (select case_id, count(*) as acts from history group by case_id) as h on h.case_id = cases.id
        left join (select case_id, count(*) as papers from petition group by case_id) as p on p.case_id = cases.id
        where acts is distinct from version or papers is distinct from 1) as torn,
       (select last from case_counter) - (select count(distinct number) from cases) as gaps`,
  );
  return found!;
}
