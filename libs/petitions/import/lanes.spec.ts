import { expect, test } from '@jest/globals';
import { Lanes } from './lanes.js';

test('no more works run at once than there are lanes, and settling waits for them all', async () => {
  const lanes = new Lanes(2);
  let running = 0;
  let most = 0;
  let done = 0;
  for (let count = 0; count < 6; count += 1) {
    await lanes.start(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done += 1;
    });
  }
  await lanes.settle();
  expect({ most, done }).toEqual({ most: 2, done: 6 });
});

test('the first failure stops whoever brings more, and settling tells it too', async () => {
  const lanes = new Lanes(1);
  await lanes.start(() => Promise.reject(new Error('first')));
  await expect(lanes.start(async () => {})).rejects.toThrow('first');
  await expect(lanes.settle()).rejects.toThrow('first');
});
