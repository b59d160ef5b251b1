import { CLOCKS, type Procedure } from '../vocabulary.js';
import type { ActRow, LawVersion } from './law.js';
import type { LimitRule, Policy } from './policy.js';

/**
 * Problems of the transitions: what a new law changes under open cases, a running clock or an act, has a rule that
 * says what becomes of them; the cases of a body that is no more go to another; a version names its day in its source.
 */
export function checkTransitions({ limits, acts, laws }: Pick<Policy, 'limits' | 'acts' | 'laws'>): string[] {
  const hasHeir = laws.some(({ transitions }) => transitions.some(({ matter }) => matter.holder));
  const orphans = hasHeir ? [] : ['laws.json does not say who takes the cases of a body that is no more'];
  const perLaw = laws.flatMap((law) => {
    const isLater = ({ effectiveFrom }: LimitRule | ActRow) => effectiveFrom === law.version;
    const changed = limits.filter((row) => isLater(row) && runs(row) && !isFirst(row, limits));
    const amended = acts.filter(
      (row) =>
        isLater(row) && (row.newAct === true || /; .*sửa bởi|^Nghị định.*sửa bởi/.test(row.article ?? '')),
    );
    const ruled = (kind: 'clocks' | 'acts', name: string, procedure: Procedure) =>
      law.transitions.some(
        ({ matter, procedures }) =>
          (matter[kind] as readonly string[]).includes(name) && procedures.includes(procedure),
      );
    return [
      ...changed.flatMap(({ clock, procedures }) =>
        openEnds(procedures, (each) => ruled('clocks', clock, each), clock),
      ),
      ...amended.flatMap(({ command, procedures }) =>
        openEnds(procedures, (each) => ruled('acts', command, each), command),
      ),
    ].map((fault) => `laws.json: ${law.version} ${fault}`);
  });
  return [...orphans, ...perLaw, ...laws.flatMap(checkDay)];
}

/** A version says in its source, too, on which day it came. */
function checkDay({ version, source }: LawVersion): string[] {
  const [year, month, day] = version.split('-').map(Number);
  const named = [...source.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g)].map((date) =>
    date.slice(1).map(Number).join(),
  );
  return named.includes([day, month, year].join())
    ? []
    : [`laws.json: the source of ${version} does not name that day`];
}

function openEnds(
  procedures: readonly Procedure[],
  isRuled: (procedure: Procedure) => boolean,
  what: string,
) {
  return procedures
    .filter((procedure) => !isRuled(procedure))
    .map((procedure) => `does not say what becomes of ${what} in an open ${procedure}`);
}

/** Other limits are only looked up: no open case waits for them. */
const runs = ({ clock }: LimitRule) => (CLOCKS as readonly string[]).includes(clock);

function isFirst(row: LimitRule, limits: readonly LimitRule[]): boolean {
  return !limits.some(({ id, effectiveFrom }) => id === row.id && effectiveFrom < row.effectiveFrom);
}
