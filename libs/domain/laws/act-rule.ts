import type { CommandName } from '../commands.js';
import type { ActRow } from '../policy/law.js';
import type { Policy } from '../policy/policy.js';
import type { LegalDate, Procedure } from '../vocabulary.js';

/**
 * What the law says of an act: the row that holds; that the law of that day did not know the act (`row` is the one
 * that brought it); or that no row is held for it.
 */
export type ActRule =
  | { standing: 'held'; row: ActRow }
  | { standing: 'notYet'; row: ActRow }
  | { standing: 'unknown' };

/**
 * The article an act rests on. Each row says which day picks it: that of the law the case keeps (acceptance), or the
 * day of the act, as the transition rules of Nghị định 155/2026 art. 22.1 and 156/2026 art. 10.1 have it.
 *
 * @param caseLaw day whose law the case keeps, see `lawOfCase`; null falls back to the day of the act.
 * @param on day of the act.
 */
export function actRule(
  policy: Pick<Policy, 'acts'>,
  command: CommandName,
  procedure: Procedure,
  caseLaw: LegalDate | null,
  on: LegalDate,
): ActRule {
  const rows = rowsOf(policy, command, procedure);
  const held = rows.find((row) => holdsOn(row, row.follows === 'case' ? (caseLaw ?? on) : on));
  if (held) return { standing: 'held', row: held };
  const first = rows.find(({ newAct }) => newAct);
  const day = first?.follows === 'case' ? (caseLaw ?? on) : on;
  return first && day < first.effectiveFrom ? { standing: 'notYet', row: first } : { standing: 'unknown' };
}

/** The row of an act in force on a day, whichever day the row asks for; undefined when none is. */
export function actRowOn(
  policy: Pick<Policy, 'acts'>,
  command: CommandName,
  procedure: Procedure,
  on: LegalDate,
): ActRow | undefined {
  return rowsOf(policy, command, procedure).find((row) => holdsOn(row, on));
}

/** Rows of each act, found once for each table: every command asks for them. */
const rowsByAct = new WeakMap<readonly ActRow[], Map<string, ActRow[]>>();

function rowsOf({ acts }: Pick<Policy, 'acts'>, command: CommandName, procedure: Procedure): ActRow[] {
  const known = rowsByAct.get(acts) ?? new Map<string, ActRow[]>();
  rowsByAct.set(acts, known);
  const key = `${command} ${procedure}`;
  const rows =
    known.get(key) ?? acts.filter((row) => row.command === command && row.procedures.includes(procedure));
  known.set(key, rows);
  return rows;
}

function holdsOn({ effectiveFrom, effectiveTo }: ActRow, on: LegalDate): boolean {
  return effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo);
}
