import { type Mutant, REAL } from './mutant.js';

/** What people are told when a condition stops them: without a row, its words, or those who can help. */
export function wordMutants(): Mutant[] {
  return Object.entries(REAL.refusals).flatMap(([guard, refusal]) => {
    const changed = (id: string, row: object | undefined): Mutant => ({
      id: `refusal of ${guard}: ${id}`,
      make: () => ({ ...REAL, refusals: { ...REAL.refusals, [guard]: row } as never }),
    });
    const others = Object.fromEntries(Object.entries(REAL.refusals).filter(([name]) => name !== guard));
    return [
      {
        id: `refusal of ${guard}: dropped`,
        make: () => ({ ...REAL, refusals: others }),
      },
      changed('without a code', { ...refusal, code: '' }),
      changed('with an unknown helper', { ...refusal, whoCan: ['mayor'] }),
      changed('with an empty source', { ...refusal, source: ' ' }),
      {
        id: `refusal of ${guard}: without words`,
        make: () => ({
          ...REAL,
          say: (asked) => {
            if (asked.code === refusal?.code) throw new Error(`The refusal ${asked.code} has no text`);
            return REAL.say(asked);
          },
        }),
      },
    ];
  });
}
