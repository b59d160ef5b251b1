import type { Reason } from './file-fault.js';

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
  rows: number;
  imported: number;
  /** Rows that an earlier run had imported; nothing was written for them. */
  alreadyThere: number;
  rejected: readonly Remark[];
  attention: readonly Remark[];
  /** The lists stop at {@link MOST_REMARKS}; the counts do not. */
  rejectedCount: number;
  attentionCount: number;
  dryRun: boolean;
  /** Set when the file as a whole was refused; then nothing was written at all. */
  refused: string | null;
}

/** A list longer than this helps nobody and would hold a file of millions of bad rows in memory. */
const MOST_REMARKS = 10_000;

/** Counts what becomes of the rows. */
export class Tally {
  private readonly rejected: Remark[] = [];
  private readonly attention: Remark[] = [];
  private counts = { rows: 0, imported: 0, alreadyThere: 0, rejectedCount: 0, attentionCount: 0 };

  constructor(private readonly dryRun: boolean) {}

  row(): void {
    this.counts.rows += 1;
  }

  imported(rows = 1): void {
    this.counts.imported += rows;
  }

  alreadyThere(rows = 1): void {
    this.counts.alreadyThere += rows;
  }

  reject(line: number, column: string | null, code: string, reason: Reason): void {
    this.counts.rejectedCount += 1;
    keep(this.rejected, { line, column, code, reason: bilingual(reason) });
  }

  attend(line: number, column: string | null, code: string, reason: Reason): void {
    this.counts.attentionCount += 1;
    keep(this.attention, { line, column, code, reason: bilingual(reason) });
  }

  summary(): Summary {
    const { rejected, attention, counts, dryRun } = this;
    return { ...counts, rejected: inOrder(rejected), attention: inOrder(attention), dryRun, refused: null };
  }
}

/** The summary of a file that was refused before anything was written. */
export function refusedSummary(
  line: number,
  column: string | null,
  reason: Reason,
  dryRun: boolean,
): Summary {
  const remark = { line, column, code: 'fileRefused', reason: bilingual(reason) };
  return {
    rows: 0,
    imported: 0,
    alreadyThere: 0,
    rejected: [remark],
    attention: [],
    rejectedCount: 1,
    attentionCount: 0,
    dryRun,
    refused: remark.reason,
  };
}

function keep(list: Remark[], remark: Remark): void {
  if (list.length < MOST_REMARKS) list.push(remark);
}

function inOrder(list: Remark[]): Remark[] {
  return list.sort((one, other) => one.line - other.line);
}

function bilingual({ vi, en }: Reason): string {
  return `${vi} / ${en}`;
}
