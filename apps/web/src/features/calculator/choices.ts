import type { LedgerAct, LimitView } from '#contract';
import type { Complexity, Procedure } from '#domain';

/** Findings of complexity that change a limit or open an extension of it; empty when none does. */
export function complexitiesOf({ days, extension }: LimitView): Complexity[] {
  const isSpecial =
    days.speciallyComplex !== undefined ||
    (extension !== null && extension.times.speciallyComplex > extension.times.complex);
  const isComplex =
    days.complex !== undefined ||
    days.remoteComplex !== undefined ||
    (extension !== null && extension.times.complex > extension.times.none);
  if (isSpecial) return ['none', 'complex', 'speciallyComplex'];
  return isComplex ? ['none', 'complex'] : [];
}

/** Whether a remote area has a limit of its own. */
export const knowsRemote = ({ days }: LimitView) =>
  days.remote !== undefined || days.remoteComplex !== undefined;

/** Whether a limit is counted in hours, so that the time of its event matters. */
export const isInHours = (limit: LimitView | undefined) =>
  limit?.unit === 'hour' || limit?.unit === 'workingHour';

/** What the law lets happen to a limit: pauses of the settling, expertise in a denunciation, extensions. */
export function actsOf(limit: LimitView, procedure: Procedure): LedgerAct[] {
  const pauses =
    limit.clock === 'settle' && ['complaintFirst', 'complaintSecond', 'denunciation'].includes(procedure);
  return [
    ...(pauses ? (['suspended', 'continued'] as const) : []),
    ...(limit.extension ? (['extended'] as const) : []),
    ...(pauses && procedure === 'denunciation' ? (['expertiseRequested', 'expertiseReturned'] as const) : []),
  ];
}

const ANSWERED_BY: Partial<Record<LedgerAct, LedgerAct>> = {
  suspended: 'continued',
  expertiseRequested: 'expertiseReturned',
};

/** What most likely follows the latest act: a pause is followed by its end. */
export const likelyAfter = (latest: LedgerAct | undefined, offered: readonly LedgerAct[]) =>
  (latest && ANSWERED_BY[latest]) ?? offered[0];
