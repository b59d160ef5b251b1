import { isLegalDate, type LegalDate } from '#domain';
import type { Reason } from './file-fault.js';

/** The cells of a row by column: trimmed, in NFC; a column the file lacks is undefined. */
export type Cells = Readonly<Record<string, string>>;

/** Why one row is not imported; nothing of it is written. */
export class RowFault {
  readonly reason: Reason;

  constructor(
    readonly column: string | null,
    vi: string,
    en: string,
  ) {
    this.reason = { vi, en };
  }
}

/**
 * Names the cells of the rows of a file, or says that a row has too many or too few.
 * @param columns of the file, in its order; the names come out in the order of the alphabet.
 */
export function cellNamer(columns: readonly string[]): (cells: readonly string[]) => Cells | RowFault {
  const places = columns.map((column, index) => ({ column, index }));
  places.sort((one, other) => (one.column < other.column ? -1 : 1));
  return (cells) => {
    if (cells.length !== columns.length) return countFault(cells.length, columns.length);
    const named: Record<string, string> = {};
    for (const { column, index } of places) {
      const cell = cells[index]!;
      named[column] = cell === '' ? cell : cell.normalize('NFC').trim();
    }
    return named;
  };
}

function countFault(cells: number, columns: number): RowFault {
  return new RowFault(
    null,
    `Dòng có ${cells} ô, tiêu đề có ${columns} cột`,
    `The row has ${cells} fields, the header ${columns} columns`,
  );
}

/** Text of a column, null when blank. */
export function optionalText(cells: Cells, column: string): string | null {
  return cells[column] || null;
}

/** The fault of a required column that is blank. */
export function blankFault(cells: Cells, column: string): RowFault | null {
  return cells[column] ? null : new RowFault(column, `Thiếu ${column}`, `${column} is blank`);
}

/** The fault of a text with more than `longest` characters. */
export function lengthFault(cells: Cells, column: string, longest: number): RowFault | null {
  const length = cells[column]?.length ?? 0;
  if (length <= longest) return null;
  return new RowFault(
    column,
    `${column} dài ${length} ký tự, tối đa ${longest}`,
    `${column} has ${length} characters, at most ${longest} are allowed`,
  );
}

/** The fault of a date: not written YYYY-MM-DD, not in the calendar, or still to come. A blank is no fault. */
export function dateFault(cells: Cells, column: string, today: LegalDate): RowFault | null {
  const date = cells[column];
  if (!date) return null;
  if (!isLegalDate(date)) {
    return new RowFault(
      column,
      `“${date}” không phải ngày có thật, viết dạng NĂM-THÁNG-NGÀY (2026-02-28)`,
      `"${date}" is no date that exists, written YYYY-MM-DD (2026-02-28)`,
    );
  }
  if (date <= today) return null;
  return new RowFault(column, `Ngày ${date} chưa tới`, `The date ${date} is still to come`);
}
