import type { Transaction } from '#database';

/** Locks messages of the outbox, always in the same order, so that no two workers wait for each other. */
export async function lockMessages(transaction: Transaction, outboxIds: readonly string[]): Promise<void> {
  await transaction.query('select 1 from outbox where id = any($1) order by id for update', [outboxIds]);
}
