import type { Command, LegalDate, PlaceAnswer } from '#domain';
import { attend, type PlannedAttention } from './attention.js';
import type { NameMemory } from './name-memory.js';
import type { PetitionRow } from './read-petition.js';
import { PLACE_REASONS } from './reasons.js';

/** What a row of a register comes to: commands for the door and what is left for people. */
export interface CasePlan {
  commands: Command[];
  /** Agency that the commands assign the case to. */
  holder: string | null;
  placeCode: string | null;
  attention: PlannedAttention[];
}

export interface PlanSettings {
  names: NameMemory;
  /** Agency that takes the imported petitions in. */
  deskAgencyCode: string;
  /** Day of the import. */
  today: LegalDate;
}

/**
 * Turns a petition into commands. What the row does not say is not filled in, and what it says in
 * more than one way is not guessed: both become attention for a person.
 */
export function planCase(row: PetitionRow, settings: PlanSettings): CasePlan {
  const place = settings.names.place(row);
  const agency = settings.names.agency(row);
  const holder = row.procedure === null ? null : agency.code;
  const isAnswered = mayBeResolved(row, holder);
  return {
    commands: [
      register(row, settings),
      ...(row.procedure ? [{ type: 'classify' as const, procedure: row.procedure }] : []),
      ...(holder ? [assign(row, holder, settings.today)] : []),
      ...(isAnswered ? [resolve(row)] : []),
    ],
    holder,
    placeCode: place?.status === 'one' ? place.candidates[0]! : null,
    attention: [
      ...gaps(row),
      ...(agency.attention ? [agency.attention] : []),
      ...placeAttention(row, place),
      ...(isAnswered ? [] : answerAttention(row)),
      ...(row.duplicateOf ? [attend('possibleDuplicate', 'duplicate_of', row.duplicateOf)] : []),
    ],
  };
}

function register({ receivedOn, channel, declaredKind }: PetitionRow, settings: PlanSettings): Command {
  const isLate = receivedOn !== null && receivedOn !== settings.today;
  return {
    type: 'register',
    receivedOn,
    channel,
    declaredKind,
    deskAgencyCode: settings.deskAgencyCode,
    ...(isLate ? { backdatingReason: 'Nhập từ sổ có sẵn / Imported from a register' } : {}),
  };
}

/** A register names no day on which the agency received the petition: the earliest day it is known to have been on its way counts. */
function assign({ receivedOn, answeredOn }: PetitionRow, agencyCode: string, today: LegalDate): Command {
  const receivedByAgencyOn = receivedOn ?? answeredOn ?? today;
  const note = receivedOn
    ? 'Sổ không ghi ngày cơ quan nhận: lấy ngày nhận đơn / The register gives no day of receipt by the agency: the received date is used'
    : 'Sổ không ghi ngày nhận / The register gives no received date';
  return { type: 'assign', agencyCode, receivedByAgencyOn, note };
}

/** Only a petition that is answered, not settled in stages, can be closed by an answer alone. */
function mayBeResolved({ procedure, answeredOn, outcome }: PetitionRow, holder: string | null): boolean {
  const isAnswerable = procedure === 'feedback' || procedure === 'voterPetition';
  return isAnswerable && holder !== null && answeredOn !== null && outcome !== null;
}

/** The register tells what was answered, never whether that resolved the matter. */
function resolve({ answeredOn, outcome }: PetitionRow): Command {
  return { type: 'resolve', on: answeredOn!, outcome: 'answeredUnstated', summary: outcome! };
}

function gaps({ procedure, receivedOn }: PetitionRow): PlannedAttention[] {
  return [
    ...(procedure === null ? [attend('kindMissing', 'kind', null)] : []),
    ...(receivedOn === null ? [attend('receivedDateMissing', 'received_on', null)] : []),
  ];
}

function answerAttention({ answeredOn, outcome }: PetitionRow): PlannedAttention[] {
  if (answeredOn)
    return [attend('answerWithoutStages', 'answered_on', `${answeredOn} ${outcome ?? ''}`.trim())];
  return outcome ? [attend('answerDateMissing', 'answered_on', outcome)] : [];
}

/** A place of another province, or a text that names no commune, is nobody's task. */
function placeAttention({ placeText }: PetitionRow, place: PlaceAnswer | null): PlannedAttention[] {
  if (!place || place.status === 'one') return [];
  if (place.reason === 'otherProvince' || place.reason === 'noCommuneNamed') return [];
  const kind = place.status === 'several' ? 'placeAmbiguous' : 'placeUnknown';
  const detail = PLACE_REASONS[place.reason];
  return [attend(kind, 'commune_or_place', placeText, place.candidates, detail)];
}
