/** Something that a client did, with its place in the order of a case. */
export interface Placed {
  /** Version of the act, or a half more for what saw that version. */
  place: number;
  sentAt: number;
  answeredAt: number;
  /** For the fault's sentence. */
  what: string;
}

/**
 * Whether the order is one that people could have lived through: what was answered before something else was sent
 * came before it. As the places are given, that is all there is to being linearizable.
 */
export function orderFaults(placed: readonly Placed[]): string[] {
  const bySending = [...placed].sort((a, b) => a.sentAt - b.sentAt);
  const byAnswer = [...placed].sort((a, b) => a.answeredAt - b.answeredAt);
  const faults: string[] = [];
  let answered = 0;
  let latest: Placed | undefined;
  for (const one of bySending) {
    for (let next = byAnswer[answered]; next && next.answeredAt < one.sentAt; next = byAnswer[answered]) {
      if (!latest || next.place > latest.place) latest = next;
      answered += 1;
    }
    if (latest && latest.place > one.place) {
      faults.push(
        `${one.what} at ${one.place} was sent after ${latest.what} at ${latest.place} was answered`,
      );
    }
  }
  return faults;
}
