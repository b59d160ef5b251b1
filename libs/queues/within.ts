/** Waits for `work`, at most `milliseconds`. @returns false when it failed or did not end in time. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const ended = work.then(
    () => true,
    () => false,
  );
  const isDone = await Promise.race([ended, timeout]);
  clearTimeout(timer);
  return isDone;
}
