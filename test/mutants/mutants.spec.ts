import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkDefinitions } from '../../libs/domain/check-definitions.js';
import { calendarMutants } from './calendar-mutants.js';
import { chartMutants } from './chart-mutants.js';
import { ladderMutants } from './ladder-mutants.js';
import { lawMutants } from './law-mutants.js';
import { limitMutants } from './limit-mutants.js';
import { type Mutant, REAL } from './mutant.js';
import { numberMutants } from './number-mutants.js';
import { rightMutants } from './right-mutants.js';
import { SURVIVORS } from './survivors.js';
import { wordMutants } from './word-mutants.js';
import { datesLost, keepsWorkedDates } from './worked-dates.js';

/** The definitions are changed in one place, thousands of times; each time the checks must find the fault. */
const FAMILIES = {
  limits: limitMutants,
  numbers: numberMutants,
  ladders: ladderMutants,
  calendar: calendarMutants,
  laws: lawMutants,
  rights: rightMutants,
  refusals: wordMutants,
  charts: chartMutants,
};

const LEAST_MUTANTS = 300;
const LEAST_REFUSED = 0.95;

/** The checks judge what the definitions say of one another; what a law alone can say, the dates worked from it judge. */
function survives({ make }: Mutant): boolean {
  const definitions = make();
  if (checkDefinitions(definitions).length > 0) return false;
  return definitions.policy === REAL.policy || keepsWorkedDates(definitions.policy);
}

describe('mutated definitions', () => {
  const survivors: string[] = [];
  const ids: string[] = [];
  const lines: string[] = [];

  beforeAll(() => {
    for (const [family, make] of Object.entries(FAMILIES)) {
      const mutants = make();
      const alive = mutants.filter(survives);
      ids.push(...mutants.map(({ id }) => id));
      survivors.push(...alive.map(({ id }) => id));
      lines.push(`${family}: ${mutants.length - alive.length} of ${mutants.length} refused`);
    }
  }, 180_000);

  test('the real definitions have no fault', () => {
    expect(checkDefinitions(REAL)).toEqual([]);
    expect(datesLost(REAL.policy)).toEqual([]);
  });

  test('each is a change of its own', () => {
    expect(ids.length).toBeGreaterThanOrEqual(LEAST_MUTANTS);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('survive only where the table says so, and why', () => {
    expect(survivors.filter((id) => SURVIVORS.filter(({ which }) => which.test(id)).length !== 1)).toEqual(
      [],
    );
    for (const { which, count, why } of SURVIVORS) {
      expect([why, survivors.filter((id) => which.test(id)).length]).toEqual([why, count]);
    }
  });

  test('are refused where they do harm', () => {
    const harmless = SURVIVORS.filter(({ isHarmless }) => isHarmless);
    const isHarmless = (id: string) => harmless.some(({ which }) => which.test(id));
    const harmful = ids.length - survivors.filter(isHarmless).length;
    const refused = ids.length - survivors.length;
    const share = refused / harmful;
    process.stdout.write(
      `${lines.join('; ')}. ${ids.length} mutants, ${harmful} harmful, ${refused} refused: ${(100 * share).toFixed(2)} %\n`,
    );
    expect(share).toBeGreaterThanOrEqual(LEAST_REFUSED);
  });
});
