import { type Deadline, type Policy, replay } from '#domain';
import type { NoticeOffice } from './notice-office.js';
import type { Counting, NoticeParams } from './templates/render.js';

/** A notice as far as the date it names depends on it. */
interface Dated {
  caseId: string;
  params: NoticeParams;
}

type Counted = Pick<Deadline, 'clock' | 'procedure' | 'ledger'>;

/**
 * How the date that each notice names is counted from the ledgers of its case; null for a notice that
 * names none. A notice keeps a clock and a date only: the reasons are read when it is told.
 */
export async function readCountings(
  { database, policies }: Pick<NoticeOffice, 'database' | 'policies'>,
  notices: readonly Dated[],
): Promise<(Counting | null)[]> {
  const dated = notices.filter(({ params }) => params.clock && params.due);
  if (dated.length === 0) return notices.map(() => null);
  const clocks = await database.rows<Counted & { caseId: string }>(
    'select case_id as "caseId", clock, procedure, ledger from deadline where case_id = any($1) order by id desc',
    [dated.map(({ caseId }) => caseId)],
  );
  // Read after the ledgers, so that no ledger names a calendar edition which the policy does not hold.
  const policy = await policies.current(database.pool);
  return notices.map((notice) => {
    const { clock, due } = notice.params;
    const its = clocks.filter((each) => each.caseId === notice.caseId && each.clock === clock);
    return due ? countingOf(its, String(due), policy) : null;
  });
}

/**
 * How a date came about: from the longest beginning of a ledger that comes to it. A ledger only grows, so a notice of
 * yesterday still tells why it named its date, whatever has moved it since.
 */
function countingOf(clocks: readonly Counted[], due: string, policy: Policy): Counting | null {
  for (const { ledger, procedure } of clocks) {
    for (let length = ledger.length; length > 0; length -= 1) {
      const derivation = replay(ledger.slice(0, length), policy, procedure);
      if (derivation.due === due) return { derivation, procedure };
    }
  }
  return null;
}
