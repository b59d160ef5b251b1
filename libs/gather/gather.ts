interface Call<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns single calls into batches: calls that arrive while every lane is busy share the next batch, so a
 * quiet hour has no delay and a busy one no queue of round trips.
 * @param work does a whole batch and gives one result for each item, in order; when it throws, each call of the batch
 *   does.
 * @param lanes batches that may be in flight at once.
 * @param most largest batch.
 */
export function gather<Item, Result>(
  work: (items: Item[]) => Promise<readonly Result[]>,
  { lanes, most }: { lanes: number; most: number },
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = [];
  let busy = 0;

  async function runLane(): Promise<void> {
    busy += 1;
    // Calls made together travel together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => {
          resolve(results[index] as Result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy < lanes) void runLane();
    });
}
