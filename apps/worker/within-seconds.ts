/**
 * Waits for `work`, at most so many seconds; what takes longer goes on by itself, and nobody waits for it.
 * @throws what the work throws, or that it did not end.
 */
export async function withinSeconds<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${seconds} s`)), seconds * 1_000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
