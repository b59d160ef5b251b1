import { describe, expect, test } from '@jest/globals';
import { gather } from './gather.js';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('calls that are gathered', () => {
  test('travel together while every lane is busy, in the order they came, and each gets its own result', async () => {
    const batches: number[][] = [];
    const call = gather(
      async (items: number[]) => {
        batches.push(items);
        await turn();
        return items.map((item) => item * 2);
      },
      { lanes: 1, most: 3 },
    );
    const first = call(0);
    await turn();
    expect(await Promise.all([first, ...[1, 2, 3, 4].map(call)])).toEqual([0, 2, 4, 6, 8]);
    expect(batches).toEqual([[0], [1, 2, 3], [4]]);
  });

  test('have no more batches in flight than there are lanes', async () => {
    let inFlight = 0;
    let most = 0;
    const call = gather(
      async (items: number[]) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await turn();
        inFlight -= 1;
        return items;
      },
      { lanes: 2, most: 1 },
    );
    await Promise.all(Array.from({ length: 9 }, (_, item) => call(item)));
    expect(most).toBe(2);
  });

  test('fail with their batch alone', async () => {
    const call = gather(
      async (items: number[]) => {
        if (items.includes(1)) throw new Error('one is bad');
        return items;
      },
      { lanes: 1, most: 1 },
    );
    const results = await Promise.allSettled([0, 1, 2].map(call));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
