import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ROLES } from '#domain';

/** A member of staff. Passwords and sessions belong to the sign-in library and are never read here. */
export const StaffEntity = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    email: p.text(),
    role: p.enum(ROLES),
    agencyCode: p.text().nullable(),
    isActive: p.boolean().default(true),
    updatedAt: p.datetime().onUpdate(() => new Date()),
  },
});
export type StaffEntity = InferEntity<typeof StaffEntity>;
