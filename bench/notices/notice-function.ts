import { runDoor } from '../engine/door.js';
import type { LiteralRow } from '../floor/written-rows.js';
import type { BenchOffice } from '../office/bench-office.js';
import { caseIdAt, type Register } from '../office/seed-cases.js';
import { FIRST_VERSION, WAY } from '../office/way.js';
import { makeNoticeTable, noticeInsertion, toldRows } from './told-rows.js';

/** Makes `bench_notice(message, place, seen)`, which writes for a peer the notices that we write for the same command. */
export async function makeNoticeFunction(bench: BenchOffice, register: Register): Promise<void> {
  const { database } = bench.office;
  const range = await register.grow(1);
  await runDoor(bench, 1, range);
  const byStep: LiteralRow[][] = [];
  for (const index of WAY.keys()) {
    byStep.push(await toldRows(bench, caseIdAt(range[0]), FIRST_VERSION + index + 1));
  }
  const branches = byStep.map((notices, index) => {
    const statements = notices.map((row) => `    ${noticeInsertion(row)}`);
    return `  when ${FIRST_VERSION + index} then\n${statements.join('\n')}`;
  });
  await makeNoticeTable(database);
  await database.rows(`create function bench_notice(message uuid, place bigint, seen int) returns void
language plpgsql as $notice$
declare held uuid := ('01980000-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid;
begin
  case seen
${branches.join('\n')}
  end case;
end $notice$`);
}
