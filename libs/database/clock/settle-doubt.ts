import type { Database } from '../database.js';

/**
 * A person says that PostgreSQL's clock is right as it stands: sweeping goes on with the next round, and
 * whatever is due by this clock is fired.
 * @param confirmedBy who says so.
 * @returns false when nothing was in doubt, and nothing is changed.
 */
export async function confirmClock(database: Database, confirmedBy: string): Promise<boolean> {
  const confirmed = await database.rows(
    `update clock_mark set doubt = null, doubted_at = null, seen_at = now(), confirmed_by = $1,
       confirmed_at = now(), trusted_times = trusted_times + 1
     where doubt is not null returning 1`,
    [confirmedBy],
  );
  return confirmed.length === 1;
}

/**
 * Tells somebody that the clock is in doubt, once for each doubt, whichever worker comes first.
 * @param tell when it fails, the next round tries again.
 */
export async function tellOfDoubt(database: Database, tell: () => Promise<void>): Promise<void> {
  const claimed = await database.rows(
    'update clock_mark set told_at = now() where doubt is not null and told_at is null returning 1',
  );
  if (claimed.length === 0) return;
  try {
    await tell();
  } catch (error) {
    await database.rows('update clock_mark set told_at = null where doubt is not null');
    throw error;
  }
}
