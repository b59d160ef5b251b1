import type { WhatIfRules } from '#contract';
import type { Clock } from '#domain';
import type { WhatIfQuestion } from '../../api/what-if';

export type LimitRow = WhatIfRules['limits'][number];
export type Variant = keyof LimitRow['days'];
type Step = WhatIfRules['ladders'][number]['steps'][number];

/** A step as it stands in the form; the empty text where nothing is filled in. */
export type StepFields = Omit<Step, 'offset'> & { days: number | '' };

/** One supposition as it stands in the form. */
export type Change =
  | { kind: 'limit'; row: string; days: Partial<Record<Variant, number | ''>>; dayKind: LimitRow['dayKind'] }
  | { kind: 'day'; date: string; day: 'off' | 'working' }
  | { kind: 'ladder'; clock: Clock; steps: StepFields[] };

export type ChangeKind = Change['kind'];

/** Name of a row of the table: its id alone may stand there for several spans of time. */
export const rowName = ({ id, from }: Pick<LimitRow, 'id' | 'from'>) => `${id} ${from}`;

/** The change of a limit that still is what holds now. */
export const limitChange = (row: LimitRow): Change => ({
  kind: 'limit',
  row: rowName(row),
  days: { ...row.days },
  dayKind: row.dayKind,
});

/** The change of a ladder that still is what holds now. Days are counted away from the limit, before or after it. */
export const ladderChange = ({ clock, steps }: WhatIfRules['ladders'][number]): Change => ({
  kind: 'ladder',
  clock,
  steps: steps.map(({ offset, ...step }) => ({ ...step, days: Math.abs(offset) })),
});

/** A change of a kind, with the first thing there is to change. */
export function blankChange(kind: ChangeKind, { limits, ladders }: WhatIfRules): Change | undefined {
  const usual = limits.find(({ id, to }) => id === 'K3' && to === null) ?? limits[0];
  const ladder = ladders.find(({ clock }) => clock === 'settle') ?? ladders[0];
  if (kind === 'limit') return usual && limitChange(usual);
  if (kind === 'ladder') return ladder && ladderChange(ladder);
  return { kind, date: '', day: 'off' };
}

/** True when nothing of a change is left open. */
export function isWhole(change: Change): boolean {
  if (change.kind === 'day') return change.date !== '';
  if (change.kind === 'limit') return Object.values(change.days).every((days) => days !== '');
  return change.steps.every(({ days }) => days !== '');
}

/** The changes as they are sent. Escalations are numbered in their order: a level that is taken out leaves no gap. */
export function changesOf(changes: readonly Change[]): NonNullable<WhatIfQuestion['changes']> {
  const of = <Kind extends ChangeKind>(kind: Kind) =>
    changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
  return {
    limits: of('limit').map(({ row, days, dayKind }) => {
      const [id = '', from = ''] = row.split(' ');
      return { id, from, days: numbersOf(days), dayKind };
    }),
    calendar: of('day').map(({ date, day }) => ({ date, day })),
    ladders: of('ladder').map(({ clock, steps }) => ({ clock, steps: stepsOf(steps) })),
  };
}

function numbersOf(days: Partial<Record<Variant, number | ''>>): Partial<Record<Variant, number>> {
  const given = Object.entries(days).filter((entry): entry is [string, number] => entry[1] !== '');
  return Object.fromEntries(given);
}

function stepsOf(steps: readonly StepFields[]): Step[] {
  let level = 0;
  return steps.map(({ kind, dayKind, days }) => {
    if (kind === 'escalate') level += 1;
    const offset = (kind === 'warn' ? -1 : 1) * Number(days);
    return { kind, dayKind, offset: offset || 0, level: kind === 'escalate' ? level : 0 };
  });
}
