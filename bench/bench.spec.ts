import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Report, runBench, SECTIONS } from './bench.js';
import { SHORT } from './sizes.js';
import { tablesOf } from './tables.js';

/**
 * The bench in its short form: that everything runs, floor and engine write the same, and every figure is there. What
 * the figures are is nobody's promise here. Budget: 25 seconds on two idle cores. Full size:
 * `npm run bench -- --peers`.
 */
let report: Report;

beforeAll(async () => {
  report = await runBench({ sections: SECTIONS, sizes: SHORT, withPeers: false });
}, 300_000);

describe('the bench', () => {
  test('measures the floor, the door and the API with 1, 8 and 32 commands in flight', () => {
    for (const ways of Object.values(report.commands!.inFlight)) {
      expect(Object.keys(ways)).toEqual(['floor', 'door', 'http']);
      for (const { perSecond } of Object.values(ways)) expect(perSecond).toBeGreaterThan(0);
    }
  });

  test('has the floor write, table by table, as many rows as the door', () => {
    expect(report.commands!.sameWrites).toHaveLength(4);
    for (const { door, floor } of report.commands!.sameWrites) {
      expect(floor.map(({ table, rows }) => [table, rows])).toEqual(
        door.map(({ table, rows }) => [table, rows]),
      );
    }
  });

  test('waits until every notice of a command is written', () => {
    for (const ways of Object.values(report.notices!.inFlight)) {
      expect(ways.oursOnPostgres!.perSecond).toBeGreaterThan(0);
    }
  });

  test('rings a herd of deadlines, every one once and none before its instant', () => {
    expect(report.herd!.perSecond.bare).toBeGreaterThan(0);
    expect(report.herd!.great).toMatchObject({ count: SHORT.herd, rings: SHORT.herd, early: 0, twice: 0 });
  });

  test('tells what the idle processes use', () => {
    expect(report.idle!.armed).toBeGreaterThanOrEqual(SHORT.idleCases);
    expect(report.idle!.residentMb.together).toBeGreaterThan(0);
  });

  test('prints as the tables of the page on performance', () => {
    const tables = tablesOf(report);
    for (const head of [
      'Commands per second',
      'Commands with their notice per second',
      'Herd',
      'Idle',
      'Figure',
    ]) {
      expect(tables).toContain(`\n| ${head} |`);
    }
  });

  test('holds each figure against its goal', () => {
    expect(report.ratios.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['door / floor, 32 in flight', 'herd / bare SQL loop, last ring']),
    );
  });
});
