import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Pulse } from './pulse.js';

describe('a pulse', () => {
  test('looks at once when it is quickened, and goes on while there is work', async () => {
    const third = Promise.withResolvers<void>();
    let looks = 0;
    const pulse = new Pulse(async () => {
      looks += 1;
      if (looks === 3) third.resolve();
      return looks < 3;
    });
    pulse.start();
    pulse.quicken();
    await third.promise;
    await pulse.stop();
    expect(looks).toBe(3);
  });

  test('never looks twice at the same time', async () => {
    let inHand = 0;
    let most = 0;
    const pulse = new Pulse(async () => {
      inHand += 1;
      most = Math.max(most, inHand);
      await sleep(20);
      inHand -= 1;
      return true;
    });
    for (let times = 0; times < 5; times += 1) {
      pulse.quicken();
      await sleep(5);
    }
    await pulse.stop();
    expect(most).toBe(1);
  });

  test('waits for the look in hand when it is stopped, and looks no more', async () => {
    let ended = 0;
    const pulse = new Pulse(async () => {
      await sleep(20);
      ended += 1;
      return true;
    });
    pulse.quicken();
    await pulse.stop();
    expect(ended).toBe(1);
    await sleep(100);
    expect(ended).toBe(1);
  });
});
