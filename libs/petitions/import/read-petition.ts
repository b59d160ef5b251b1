import { createHash } from 'node:crypto';
import type { Channel, LegalDate, PetitionKind, Procedure } from '#domain';
import { type Cells, dateFault, optionalText, RowFault, textFault } from './cells.js';
import { readChannel, readKind } from './words.js';

/** Characters of the line that lists show; a longer text is kept whole as the content. */
const LONGEST_SUBJECT = 500;
const LONGEST_CONTENT = 20_000;
const LONGEST_ID = 200;

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
    subject: isLong ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject,
    content: isLong ? subject : null,
    agencyNamed: optionalText(cells, 'agency_named'),
    answeredOn: optionalText(cells, 'answered_on'),
    outcome: optionalText(cells, 'outcome'),
    sourceUrl: optionalText(cells, 'source_url'),
    duplicateOf: optionalText(cells, 'duplicate_of'),
  };
}

function shapeFault(cells: Cells, today: LegalDate): RowFault | null {
  return (
    textFault(cells, 'id', LONGEST_ID) ??
    textFault(cells, 'subject_vi', LONGEST_CONTENT) ??
    dateFault(cells, 'received_on', today) ??
    dateFault(cells, 'answered_on', today) ??
    answeredBeforeReceived(cells)
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

function hashOf(cells: Cells): string {
  const filled = Object.entries(cells).filter(([, value]) => value !== '');
  return createHash('sha256').update(JSON.stringify(filled.sort())).digest('hex');
}
