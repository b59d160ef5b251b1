import type { Database } from '#database';
import type { When } from './alarms.js';

/** What the record says of the rings, as an inspector would read it who has only the tables. */
export interface Verdict {
  /** Clocks that rang before they were due. */
  early: number;
  /** Steps of a clock that rang more than once. */
  double: number;
  /** Cases that should have rung by now and did not. */
  silent: number;
}

/**
 * Judges every ring in the history against when its clock was due.
 * @param cases when the clocks of each case were to ring.
 * @param soonAt instant, by PostgreSQL, at which those `inSeconds` were due, by case.
 */
export async function judge(
  database: Database,
  cases: ReadonlyMap<string, When>,
  soonAt: ReadonlyMap<string, Date>,
): Promise<Verdict> {
  const rings = await database.rows<{ caseId: string; at: Date; clock: string; step: number }>(
    `select case_id as "caseId", at, payload->>'deadlineId' as clock, payload->>'step' as step
     from history where command = 'deadlinePassed' and case_id = any($1)`,
    [[...cases.keys()]],
  );
  const isEarly = ({ caseId, at }: { caseId: string; at: Date }) => {
    const when = cases.get(caseId);
    if (when === 'now') return false;
    const due = soonAt.get(caseId);
    return when !== 'inSeconds' || due === undefined || at < due;
  };
  const steps = rings.map(({ clock, step }) => `${clock} ${step}`);
  const rung = new Set(rings.map(({ caseId }) => caseId));
  const due = [...cases].filter(([, when]) => when === 'now' || when === 'inSeconds');
  return {
    early: rings.filter(isEarly).length,
    double: steps.length - new Set(steps).size,
    silent: due.filter(([caseId]) => !rung.has(caseId)).length,
  };
}
