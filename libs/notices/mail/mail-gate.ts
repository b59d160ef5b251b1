import type { Transaction } from '#database';

/**
 * Passes the gate that all workers share: its row is locked until the transaction ends, so that each claim sees the
 * claims before it. What is not sent is saved up for at most one second's worth, or one mail. Nobody waits for the disk
 * at the gate: a claim that is lost with the server is one that the record of the mail would have brought with it.
 * @param perMinute how many mails a minute may go out; null for no limit.
 * @returns how many may go out now.
 */
export async function passGate(transaction: Transaction, perMinute: number | null): Promise<number> {
  const { rows } = await transaction.query<{ allowance: number }>(
    `update mail_gate set refilled_at = greatest(refilled_at, clock_timestamp()),
       allowance = least(greatest(1, $1::float8 / 60),
         allowance + greatest(0, extract(epoch from clock_timestamp() - refilled_at)) * $1 / 60)
     returning allowance, set_config('synchronous_commit', 'off', true)`,
    [perMinute ?? 0],
  );
  return perMinute === null ? Number.POSITIVE_INFINITY : Math.floor(rows[0]?.allowance ?? 0);
}

/** Takes mails that are about to go out from the allowance. */
export async function payAtGate(transaction: Transaction, mails: number): Promise<void> {
  await transaction.query('update mail_gate set allowance = allowance - $1', [mails]);
}
