import { hash } from 'node:crypto';
import type { Channel, LegalDate, PetitionKind, Procedure } from '#domain';
import { blankFault, type Cells, dateFault, lengthFault, optionalText, RowFault } from './cells.js';
import { readChannel, readKind } from './words.js';

/** Characters of the line that lists show; a longer text is kept whole as the content. */
const LONGEST_SUBJECT = 500;

/** Most characters of each column; a longer text is a fault of the file, not a petition. */
const LONGEST = Object.entries({
  id: 200,
  province: 100,
  commune_or_place: 300,
  topic: 60,
  subject_vi: 20_000,
  agency_named: 500,
  outcome: 4000,
  source_url: 2000,
  duplicate_of: 200,
});

/** A row of a register, read and checked but not yet matched with the organisation. null: the row does not say. */
export interface PetitionRow {
  id: string;
  /** SHA-256 of what the row says, the same whatever the order of the columns. */
  hash: string;
  province: string | null;
  placeText: string | null;
  receivedOn: LegalDate | null;
  channel: Channel;
  declaredKind: PetitionKind | null;
  procedure: Exclude<Procedure, 'unclassified'> | null;
  topic: string | null;
  subject: string;
  content: string | null;
  /** Agencies in the words of the row. */
  agencyNamed: string | null;
  answeredOn: LegalDate | null;
  outcome: string | null;
  sourceUrl: string | null;
  duplicateOf: string | null;
}

/**
 * Reads one row of a register. What is blank stays unknown; what is wrong rejects the row.
 * @param today no date of a row may lie after it.
 */
export function readPetition(cells: Cells, today: LegalDate): PetitionRow | RowFault {
  const fault = shapeFault(cells, today);
  if (fault) return fault;
  const channel = readChannel(cells);
  if (channel instanceof RowFault) return channel;
  const kind = readKind(cells, channel);
  if (kind instanceof RowFault) return kind;
  const subject = cells.subject_vi!;
  const isLong = subject.length > LONGEST_SUBJECT;
  return {
    id: cells.id!,
    hash: hashOf(cells),
    province: optionalText(cells, 'province'),
    placeText: optionalText(cells, 'commune_or_place'),
    receivedOn: optionalText(cells, 'received_on'),
    channel,
    declaredKind: kind?.declaredKind ?? null,
    procedure: kind?.procedure ?? null,
    topic: optionalText(cells, 'topic'),
    subject: isLong ? shortened(subject) : subject,
    content: isLong ? subject : null,
    agencyNamed: optionalText(cells, 'agency_named'),
    answeredOn: optionalText(cells, 'answered_on'),
    outcome: optionalText(cells, 'outcome'),
    sourceUrl: optionalText(cells, 'source_url'),
    duplicateOf: optionalText(cells, 'duplicate_of'),
  };
}

/** The beginning of a text; a letter outside the basic plane is two signs and is never cut in half. */
function shortened(text: string): string {
  return `${text.slice(0, LONGEST_SUBJECT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function shapeFault(cells: Cells, today: LegalDate): RowFault | null {
  return (
    blankFault(cells, 'id') ??
    blankFault(cells, 'subject_vi') ??
    tooLong(cells) ??
    dateFault(cells, 'received_on', today) ??
    dateFault(cells, 'answered_on', today) ??
    answeredBeforeReceived(cells) ??
    addressFault(cells)
  );
}

function tooLong(cells: Cells): RowFault | null {
  for (const [column, longest] of LONGEST) {
    const fault = lengthFault(cells, column, longest);
    if (fault) return fault;
  }
  return null;
}

/** The address becomes a link that people click: only web pages. */
function addressFault({ source_url: address }: Cells): RowFault | null {
  if (!address || /^https?:\/\//i.test(address)) return null;
  return new RowFault(
    'source_url',
    'Địa chỉ phải bắt đầu bằng http:// hoặc https://',
    'The address must begin with http:// or https://',
  );
}

function answeredBeforeReceived({
  received_on: receivedOn,
  answered_on: answeredOn,
}: Cells): RowFault | null {
  if (!receivedOn || !answeredOn || answeredOn >= receivedOn) return null;
  return new RowFault(
    'answered_on',
    `Ngày trả lời ${answeredOn} sớm hơn ngày nhận ${receivedOn}`,
    `The answer of ${answeredOn} is earlier than the receipt of ${receivedOn}`,
  );
}

/** The hash is recorded: what it is made of must stay as it is, or no register would be recognised again. */
function hashOf(cells: Cells): string {
  const filled: [string, string][] = [];
  for (const column of Object.keys(cells).sort()) {
    const cell = cells[column]!;
    if (cell !== '') filled.push([column, cell]);
  }
  return hash('sha256', JSON.stringify(filled));
}
