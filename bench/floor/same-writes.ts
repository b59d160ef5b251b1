import type { Database } from '#database';
import { caseIdAt, type Register } from '../office/seed-cases.js';
import type { CapturedStep } from './capture.js';
import { FLOOR } from './floor.js';
import { transactionOf, type WrittenTable, writtenBy } from './written-rows.js';

/** What door and floor wrote for one command of the way. */
export interface SameWrites {
  version: number;
  door: WrittenTable[];
  floor: WrittenTable[];
}

/** Bytes may differ by so large a share: the caller's id, compressed JSON. */
const TOLERANCE = 0.03;

/**
 * Leads a case through the way with the floor's function and compares what it left with what the door left.
 * @throws when the floor writes less or more than the door: then nothing measured against it would mean anything.
 */
export async function compareWrites(
  database: Database,
  register: Register,
  steps: readonly CapturedStep[],
): Promise<SameWrites[]> {
  const [place] = await register.grow(1);
  const compared: SameWrites[] = [];
  for (const { version, written: door } of steps) {
    await database.rows(`select ${FLOOR}($1, $2)`, [place, version]);
    const xid = await transactionOf(database, caseIdAt(place), version + 1);
    compared.push({ version, door, floor: await writtenBy(database, xid) });
  }
  for (const { version, door, floor } of compared) {
    const isSame =
      door.length === floor.length &&
      door.every(({ table, rows, bytes }, index) => {
        const other = floor[index]!;
        const isNear = Math.abs(other.bytes - bytes) <= TOLERANCE * bytes;
        return other.table === table && other.rows === rows && isNear;
      });
    if (!isSame) {
      throw new Error(
        `The floor does not write what the door writes after version ${version}: ` +
          `${JSON.stringify(floor)} instead of ${JSON.stringify(door)}.`,
      );
    }
  }
  return compared;
}
