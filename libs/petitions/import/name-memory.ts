import { type LegalDate, NEW_MAP_SINCE, type Organisation, type PlaceAnswer, resolvePlace } from '#domain';
import { type NamedAgency, namedAgency } from './named-agency.js';
import type { PetitionRow } from './read-petition.js';
import { remember } from './remember.js';

/** What a register's names come to on the map of today, each looked up once: a register names the same places all over. */
export class NameMemory {
  /** The place of a row; null when it names none. */
  readonly place: (row: PetitionRow) => PlaceAnswer | null;
  readonly agency: (row: PetitionRow) => NamedAgency;

  constructor(organisation: Organisation) {
    this.place = remember(
      (row) => keyOf(row, row.placeText),
      ({ placeText, receivedOn, province }) =>
        placeText ? resolvePlace(placeText, organisation, { onDate: receivedOn, province }) : null,
    );
    this.agency = remember(
      (row) => keyOf(row, row.agencyNamed),
      (row) => namedAgency(row, organisation),
    );
  }
}

/** Everything that the answer depends on: of the date only the map that was in force. */
function keyOf({ receivedOn, province }: PetitionRow, name: string | null): string {
  return `${mapOn(receivedOn)}\n${province ?? ''}\n${name ?? ''}`;
}

function mapOn(date: LegalDate | null): string {
  if (date === null) return '';
  return date < NEW_MAP_SINCE ? 'old' : 'new';
}
