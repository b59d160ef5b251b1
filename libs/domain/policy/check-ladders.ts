import { CLOCKS } from '../vocabulary.js';
import { DAY_KINDS, failed, isOneOf, isText, isWhole, listOf } from './claims.js';
import { AUDIENCES, type Ladder, type LadderStep } from './policy.js';

const KINDS = ['warn', 'overdue', 'escalate'];

/** Problems of the ladders: each clock climbs exactly one, and each ladder goes up. */
export function checkLadders(ladders: readonly Ladder[]): string[] {
  const all = listOf(ladders);
  return [
    ...CLOCKS.flatMap((clock) => {
      const held = all.filter(({ clocks }) => listOf(clocks).includes(clock)).length;
      return failed(`ladders.json: the clock ${clock}`, [[held === 1, `has ${held} ladders instead of one`]]);
    }),
    ...all.flatMap(checkLadder),
  ];
}

function checkLadder(ladder: Ladder): string[] {
  const steps = listOf(ladder.steps);
  const row = `ladders.json: the ladder of ${listOf(ladder.clocks).join(', ')}`;
  const { warnAtHour } = ladder;
  return failed(row, [
    [isText(ladder.source), 'has no source'],
    [listOf(ladder.clocks).every((clock) => isOneOf(CLOCKS, clock)), 'names an unknown clock'],
    [isWhole(warnAtHour, 0) && warnAtHour <= 23, 'has no hour of warning from 0 to 23'],
    [steps.every(isStep), 'has a step that is incomplete or on the wrong side of the limit'],
    [steps.filter(({ kind }) => kind === 'overdue').length === 1, 'does not have exactly one step "overdue"'],
    [
      steps.every((step, index) => index === 0 || goesUp(steps[index - 1] as LadderStep, step)),
      'is not in order',
    ],
  ]);
}

function isStep({ kind, offset, dayKind, level, tells }: LadderStep): boolean {
  const side = { warn: offset < 0, overdue: offset === 0, escalate: offset > 0 }[kind];
  const levelFits = kind === 'escalate' ? isWhole(level, 1) : level === 0;
  const audience = listOf(tells).length > 0 && tells.every((each) => isOneOf(AUDIENCES, each));
  return (
    isOneOf(KINDS, kind) &&
    Number.isInteger(offset) &&
    side &&
    isOneOf(DAY_KINDS, dayKind) &&
    levelFits &&
    audience
  );
}

function goesUp(lower: LadderStep, upper: LadderStep): boolean {
  return lower.offset < upper.offset && (upper.level === 0 || lower.level + 1 === upper.level);
}
