import { agencyBody } from '#contract';
import { blankFault, type Cells, lengthFault, optionalText, RowFault } from './cells.js';

const KINDS: readonly string[] = agencyBody.shape.kind.options;
const CODE = /^[a-z0-9-]{2,60}$/;
const LONGEST_NAME = 200;

/** A unit as the file gives it; the names are those of the table. */
export interface UnitRow {
  code: string;
  name: string;
  kind: string;
  parent_code: string | null;
  verified: boolean;
  former_district: string | null;
  tax_code: string | null;
  source_url: string | null;
  note: string | null;
}

/** Reads one row of a list of units. */
export function readUnit(cells: Cells): UnitRow | RowFault {
  const fault = codeFault(cells, 'code') ?? nameFault(cells, 'name') ?? wordFault(cells);
  if (fault) return fault;
  const parent = cells.parent_code ? codeFault(cells, 'parent_code') : null;
  if (parent) return parent;
  return {
    code: cells.code!,
    name: cells.name!,
    kind: cells.kind!,
    parent_code: optionalText(cells, 'parent_code'),
    verified: cells.verified !== 'no',
    former_district: optionalText(cells, 'former_district'),
    tax_code: optionalText(cells, 'tax_code'),
    source_url: optionalText(cells, 'source_url'),
    note: optionalText(cells, 'note'),
  };
}

/** The fault of a code: blank, or with signs that a code does not have. */
export function codeFault(cells: Cells, column: string): RowFault | null {
  const code = cells[column] ?? '';
  if (CODE.test(code)) return null;
  return new RowFault(
    column,
    `“${code}” không phải mã đơn vị: 2 đến 60 chữ thường không dấu, số, gạch nối`,
    `"${code}" is no code of a unit: 2 to 60 small letters without marks, digits, hyphens`,
  );
}

/** The fault of a name: blank or too long. */
export function nameFault(cells: Cells, column: string): RowFault | null {
  return blankFault(cells, column) ?? lengthFault(cells, column, LONGEST_NAME);
}

function wordFault(cells: Cells): RowFault | null {
  if (!KINDS.includes(cells.kind ?? '')) return unknownWord(cells, 'kind', KINDS);
  const words = ['yes', 'no', ''];
  return words.includes(cells.verified ?? '') ? null : unknownWord(cells, 'verified', ['yes', 'no']);
}

function unknownWord(cells: Cells, column: string, words: readonly string[]): RowFault {
  return new RowFault(
    column,
    `“${cells[column]}” không có trong danh mục: ${words.join(', ')}`,
    `"${cells[column]}" is none of the known words: ${words.join(', ')}`,
  );
}
