import { expect, test } from '@jest/globals';
import { resolvePlace } from '#domain';
import { demoOrganisation, demoRows } from '../../../test/support/demo-organisation.js';
import { NameMemory } from './name-memory.js';
import { namedAgency } from './named-agency.js';
import { type PetitionRow, readPetition } from './read-petition.js';

const organisation = demoOrganisation();
const DAYS = ['', '2014-05-01', '2025-06-30', '2025-07-01', '2026-03-02'];

test('names that come again mean what they would mean alone: of the date only the map in force counts', () => {
  const names = new NameMemory(organisation);
  for (const day of DAYS) {
    for (const cells of demoRows('register.csv')) {
      const row = readPetition({ ...cells, received_on: day, answered_on: '' }, '2026-11-23') as PetitionRow;
      const { placeText, receivedOn, province } = row;
      const place = placeText && resolvePlace(placeText, organisation, { onDate: receivedOn, province });
      expect(names.place(row)).toEqual(place);
      expect(names.agency(row)).toEqual(namedAgency(row, organisation));
    }
  }
});
