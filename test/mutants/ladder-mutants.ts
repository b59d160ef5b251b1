import type { Ladder, LadderStep } from '#domain';
import { type Draft, lose, type Mutant, NO_NUMBERS, policyMutant, REAL } from './mutant.js';

type Row = Draft<Ladder>;
type Step = Draft<LadderStep>;
type RowMutant = (id: string, change: (ladder: Row) => void) => Mutant;

/** Every ladder, each with each step, audience and number that can be lost or wrong. */
export function ladderMutants(): Mutant[] {
  return REAL.policy.ladders.flatMap((ladder, index) => {
    const name = `ladder ${ladder.clocks[0]}`;
    const row: RowMutant = (id, change) =>
      policyMutant(`${name}: ${id}`, ({ ladders }) => change(ladders[index] as Row));
    return [
      policyMutant(`${name}: dropped`, ({ ladders }) => {
        ladders.splice(index, 1);
      }),
      ...ladder.clocks.map((clock) =>
        row(`without ${clock}`, (each) => {
          each.clocks = each.clocks.filter((one) => one !== clock);
        }),
      ),
      ...['clocks', 'source', 'warnAtHour', 'steps'].map((field) =>
        row(`without ${field}`, (each) => lose(each, field)),
      ),
      ...NO_NUMBERS.map(([number, value]) =>
        row(`warns at ${number}`, (each) => {
          each.warnAtHour = value as never;
        }),
      ),
      ...ladder.steps.flatMap((step, place) => stepMutants(step, place, ladder, row)),
    ];
  });
}

function stepMutants(step: LadderStep, place: number, ladder: Ladder, row: RowMutant): Mutant[] {
  const name = `step ${place + 1}`;
  const at = (id: string, change: (step: Step) => void) =>
    row(`${name} ${id}`, ({ steps }) => change(steps[place] as Step));
  return [
    row(`${name} dropped`, ({ steps }) => {
      steps.splice(place, 1);
    }),
    ...(place + 1 < ladder.steps.length
      ? [
          row(`${name} after the next`, ({ steps }) => {
            steps.splice(place, 2, steps[place + 1] as Step, steps[place] as Step);
          }),
        ]
      : []),
    ...['kind', 'offset', 'dayKind', 'level', 'tells'].map((field) =>
      at(`without ${field}`, (each) => lose(each, field)),
    ),
    at('on the other side of the limit', (each) => {
      each.offset = each.offset === 0 ? 1 : -each.offset;
    }),
    at('a day later', (each) => {
      each.offset += 1;
    }),
    at('one level higher', (each) => {
      each.level += 1;
    }),
    at('in the other kind of days', (each) => {
      each.dayKind = each.dayKind === 'workingDay' ? 'calendarDay' : 'workingDay';
    }),
    at('tells a stranger', (each) => {
      each.tells = [...each.tells, 'press' as never];
    }),
    ...step.tells.map((audience) =>
      at(`does not tell ${audience}`, (each) => {
        each.tells = each.tells.filter((one) => one !== audience);
      }),
    ),
  ];
}
