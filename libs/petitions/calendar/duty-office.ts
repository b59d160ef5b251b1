import type { Policy } from '#domain';

/** Clocks that are the receiving desk's duty: those whose ladder tells the desk when the limit has passed. */
export function deskClocks({ ladders }: Pick<Policy, 'ladders'>): string[] {
  const ofDesk = ladders.filter(({ steps }) =>
    steps.some(({ kind, tells }) => kind === 'overdue' && tells.includes('desk')),
  );
  return ofDesk.flatMap(({ clocks }) => clocks);
}
