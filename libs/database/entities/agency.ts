import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** An office of the organisation tree; cases are held by agencies. */
export const AgencyEntity = defineEntity({
  name: 'Agency',
  tableName: 'agency',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    parentCode: p.text().nullable(),
    email: p.text().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    verified: p.boolean().default(true),
    formerDistrict: p.text().nullable(),
    taxCode: p.text().nullable(),
    sourceUrl: p.text().nullable(),
    note: p.text().nullable(),
  },
});
export type AgencyEntity = InferEntity<typeof AgencyEntity>;

/** A unit of the map before 2025-07-01 and the unit of today that (a part of) it went into. */
export const FormerUnitEntity = defineEntity({
  name: 'FormerUnit',
  tableName: 'former_unit',
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.text(),
    district: p.text().default(''),
    agencyCode: p.text(),
    note: p.text().nullable(),
    isSplit: p.boolean().default(false),
    isNameOfAnother: p.text().nullable(),
  },
});
export type FormerUnitEntity = InferEntity<typeof FormerUnitEntity>;
