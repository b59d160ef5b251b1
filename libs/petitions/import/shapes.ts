import { FileFault } from './file-fault.js';

interface Columns {
  required: readonly string[];
  optional: readonly string[];
}

/** The three kinds of file that can be imported, told apart by their header. */
const SHAPES = {
  register: {
    required: [
      'id',
      'commune_or_place',
      'received_on',
      'channel',
      'kind',
      'subject_vi',
      'agency_named',
      'answered_on',
      'outcome',
    ],
    optional: [
      'province',
      'topic',
      'subject_en',
      'source_url',
      'duplicate_of',
      'relation',
      'related_to',
      'received_time',
      'due_on',
      'date_basis',
    ],
  },
  units: {
    required: ['code', 'name', 'kind', 'parent_code'],
    optional: ['source_url', 'verified', 'former_district', 'tax_code', 'note'],
  },
  formerUnits: {
    required: ['new_code', 'old_unit', 'new_unit_former_district', 'old_unit_split_between_several_new'],
    optional: ['new_name', 'old_unit_note', 'old_name_equals_another_new_unit'],
  },
} as const satisfies Record<string, Columns>;

export type Shape = keyof typeof SHAPES;

const NAMES: Record<Shape, { vi: string; en: string }> = {
  register: { vi: 'sổ đơn', en: 'a register of petitions' },
  units: { vi: 'danh mục đơn vị', en: 'a list of units' },
  formerUnits: { vi: 'bảng đơn vị cũ - mới', en: 'a map of old units to new ones' },
};

/** Names of the columns as they are compared: without blanks around them and in lower case. */
export function columnNames(header: readonly string[]): string[] {
  return header.map((name) => name.trim().toLowerCase());
}

/**
 * Says which of the three files a header belongs to.
 * @throws FileFault naming every missing, unknown or repeated column.
 */
export function shapeOf(header: readonly string[], line: number): Shape {
  const names = columnNames(header);
  demandCommas(header, line);
  const shape = nearestShape(names);
  if (!shape) throw unknownHeader(line);
  const { required, optional }: Columns = SHAPES[shape];
  demand(
    line,
    shape,
    names.filter((name, index) => names.indexOf(name) !== index),
    {
      vi: 'lặp cột',
      en: 'repeats the columns',
    },
  );
  demand(
    line,
    shape,
    required.filter((name) => !names.includes(name)),
    {
      vi: 'thiếu cột',
      en: 'lacks the columns',
    },
  );
  demand(
    line,
    shape,
    names.filter((name) => !required.includes(name) && !optional.includes(name)),
    {
      vi: 'có cột lạ',
      en: 'has unknown columns',
    },
  );
  return shape;
}

function nearestShape(names: readonly string[]): Shape | null {
  const scored = (Object.keys(SHAPES) as Shape[]).map((shape) => {
    const { required, optional }: Columns = SHAPES[shape];
    return { shape, score: [...required, ...optional].filter((name) => names.includes(name)).length };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= 2 ? best.shape : null;
}

function demand(
  line: number,
  shape: Shape,
  found: readonly string[],
  what: { vi: string; en: string },
): void {
  if (found.length === 0) return;
  const list = found.map((name) => `“${name || '(trống / blank)'}”`).join(', ');
  const { required, optional }: Columns = SHAPES[shape];
  const known = [...required, ...optional].join(', ');
  throw new FileFault(line, found[0] ?? null, {
    vi: `Dòng tiêu đề của ${NAMES[shape].vi} ${what.vi} ${list}. Các cột được biết: ${known}.`,
    en: `The header of ${NAMES[shape].en} ${what.en} ${list}. Known columns: ${known}.`,
  });
}

/** A spreadsheet set to Vietnamese saves with semicolons; better said at once than as a missing column. */
function demandCommas(header: readonly string[], line: number): void {
  const separator = header.length === 1 && /[;\t]/.exec(header[0] ?? '')?.[0];
  if (!separator) return;
  const name = separator === ';' ? { vi: 'dấu chấm phẩy', en: 'semicolons' } : { vi: 'dấu tab', en: 'tabs' };
  throw new FileFault(line, null, {
    vi: `Các cột cách nhau bằng ${name.vi}. Hãy lưu lại với dấu phẩy (CSV UTF-8, Comma delimited).`,
    en: `The columns are separated by ${name.en}. Save the file with commas (CSV UTF-8, Comma delimited).`,
  });
}

function unknownHeader(line: number): FileFault {
  const lists = (Object.keys(SHAPES) as Shape[]).map((shape) => ({
    vi: `${NAMES[shape].vi} (${SHAPES[shape].required.join(', ')})`,
    en: `${NAMES[shape].en} (${SHAPES[shape].required.join(', ')})`,
  }));
  return new FileFault(line, null, {
    vi: `Không nhận ra dòng tiêu đề. Có thể nhập: ${lists.map(({ vi }) => vi).join('; ')}.`,
    en: `The header is not recognised. What can be imported: ${lists.map(({ en }) => en).join('; ')}.`,
  });
}
