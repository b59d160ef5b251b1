import { setImmediate } from 'node:timers/promises';
import type { Office } from '../office.js';
import type { KnownPolicies } from './known-policies.js';
import { type ReadRecord, readRecords } from './read-records.js';

/** Cases read at a time. */
const CHUNK = 200;
/** Cases replayed before the process looks after its other callers. */
const BREATH = 10;

/**
 * Reads cases one after the other and hands each to `visit`, until there are no more or it answers `false`. Other
 * requests are served in between: replaying many cases takes long.
 */
export async function walkRecords(
  office: Office,
  ids: readonly string[],
  policies: KnownPolicies,
  visit: (record: ReadRecord) => boolean | undefined,
): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const records = await readRecords(office.database.pool, ids.slice(start, start + CHUNK));
    await policies.learn(records);
    for (const [index, record] of records.entries()) {
      if (index % BREATH === 0) await setImmediate();
      if (visit(record) === false) return;
    }
  }
}
