import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { AlarmTimer } from './alarm-timer.js';

/** A timer whose alarms come after these many milliseconds, one after another. */
function timerOf(...alarms: (number | null)[]) {
  const rung = Promise.withResolvers<void>();
  let rings = 0;
  const timer = new AlarmTimer(
    async () => alarms.shift() ?? null,
    LONGEST,
    () => {
      rings += 1;
      rung.resolve();
    },
  );
  return { timer, rung: rung.promise, rings: () => rings };
}

const LONGEST = 400;

describe('the timer of the next alarm', () => {
  test('rings when the alarm is due, once', async () => {
    const { timer, rung, rings } = timerOf(30);
    await timer.set();
    await rung;
    expect(rings()).toBe(1);
  });

  test('rings at the latest when the longest pause is over, armed or not, and when nobody could be asked', async () => {
    const asked = [async () => LONGEST * 10, async () => null, () => Promise.reject(new Error('away'))];
    for (const milliseconds of asked) {
      const rung = Promise.withResolvers<void>();
      const timer = new AlarmTimer(milliseconds, LONGEST, rung.resolve);
      await timer.set();
      await rung.promise;
      timer.stop();
    }
  });

  test('keeps the latest answer only, and none once it is stopped', async () => {
    const { timer, rings } = timerOf(20, 300, 0);
    await timer.set();
    await timer.set();
    await sleep(100);
    timer.stop();
    await timer.set();
    await sleep(50);
    expect(rings()).toBe(0);
  });
});
