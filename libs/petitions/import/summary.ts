import type { FileFault, Reason } from './file-fault.js';
import { ownCopy } from './remember.js';

/** A line of the file that somebody should look at. */
export interface Remark {
  line: number;
  column: string | null;
  /** Stable word for programs, such as `placeAmbiguous`. */
  code: string;
  /** Vietnamese, then English. */
  reason: string;
}

/** What an import did. `imported + alreadyThere + rejectedCount` is `rows`. */
export interface Summary {
  /** Rows gone through: all of the file, unless the import was stopped. */
  rows: number;
  imported: number;
  /** Rows that an earlier run had imported; nothing was written for them. */
  alreadyThere: number;
  /** The lists hold the first {@link MOST_REMARKS} of each code; the counts are of all. */
  rejected: readonly Remark[];
  attention: readonly Remark[];
  rejectedCount: number;
  attentionCount: number;
  /** How many of each code. */
  rejectedByCode: Readonly<Record<string, number>>;
  attentionByCode: Readonly<Record<string, number>>;
  dryRun: boolean;
  /** Somebody stopped the import before the end of the file; running it again goes on from there. */
  stopped: boolean;
  /** Set when the file as a whole was refused; then nothing was written at all. */
  refused: string | null;
}

/** A list longer than this helps nobody and would hold a file of millions of bad rows in memory. */
const MOST_REMARKS = 1_000;

/** Remarks of one sort: the first of each code are kept, all are counted. */
class Remarks {
  private readonly kept = new Map<string, Remark[]>();
  private readonly counts = new Map<string, number>();
  total = 0;

  /** @returns the remark as it is listed. */
  add(line: number, column: string | null, code: string, { vi, en }: Reason): Remark {
    const remark = { line, column, code, reason: `${vi} / ${en}` };
    const count = this.counts.get(code) ?? 0;
    this.counts.set(code, count + 1);
    this.total += 1;
    if (count === 0) this.kept.set(code, []);
    if (count < MOST_REMARKS) this.kept.get(code)!.push({ ...remark, reason: ownCopy(remark.reason) });
    return remark;
  }

  /** In the order of the file. */
  list(): Remark[] {
    return [...this.kept.values()].flat().sort((one, other) => one.line - other.line);
  }

  byCode(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }
}

/** Counts what becomes of the rows. */
export class Tally {
  private readonly rejected = new Remarks();
  private readonly attention = new Remarks();
  private counts = { rows: 0, imported: 0, alreadyThere: 0 };
  private stopped = false;

  /** @param onReject is told of every rejected row, whether it is kept in the list or not. */
  constructor(
    private readonly dryRun: boolean,
    private readonly onReject: (remark: Remark) => void = () => {},
  ) {}

  get rows(): number {
    return this.counts.rows;
  }

  row(rows = 1): void {
    this.counts.rows += rows;
  }

  imported(rows = 1): void {
    this.counts.imported += rows;
  }

  alreadyThere(rows = 1): void {
    this.counts.alreadyThere += rows;
  }

  reject(line: number, column: string | null, code: string, reason: Reason): void {
    this.onReject(this.rejected.add(line, column, code, reason));
  }

  attend(line: number, column: string | null, code: string, reason: Reason): void {
    this.attention.add(line, column, code, reason);
  }

  stop(): void {
    this.stopped = true;
  }

  summary(): Summary {
    const { rejected, attention, counts, dryRun, stopped } = this;
    return {
      ...counts,
      rejected: rejected.list(),
      attention: attention.list(),
      rejectedCount: rejected.total,
      attentionCount: attention.total,
      rejectedByCode: rejected.byCode(),
      attentionByCode: attention.byCode(),
      dryRun,
      stopped,
      refused: null,
    };
  }
}

/** The summary of a file that was refused before anything was written. */
export function refusedSummary({ line, column, reason }: FileFault, dryRun: boolean): Summary {
  const tally = new Tally(dryRun);
  tally.reject(line, column, 'fileRefused', reason);
  return { ...tally.summary(), refused: `${reason.vi} / ${reason.en}` };
}
