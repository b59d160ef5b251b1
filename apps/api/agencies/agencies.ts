import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AgencyView, agencyBody, agencyPatch } from '#contract';
import { AgencyEntity, FormerUnitEntity, StaffEntity } from '#database';
import type { Office } from '#petitions';
import { InjectOffice } from '../office.js';
import { Problem } from '../problems/problem.js';

/** Administration of the organisation tree. */
@Injectable()
export class Agencies {
  constructor(@InjectOffice() private readonly office: Office) {}

  /**
   * Adds an agency.
   * @throws Problem agencyExists, or invalidBody when the parent does not exist.
   */
  async add(body: z.output<typeof agencyBody>): Promise<AgencyView> {
    return this.office.database.orm.em.fork().transactional(async (em) => {
      if (await em.findOne(AgencyEntity, body.code)) throw new Problem('agencyExists');
      if (body.parentCode !== null) await demandParent(em, body.code, body.parentCode);
      const agency = em.create(AgencyEntity, { ...body, verified: true });
      await em.persist(agency).flush();
      return viewOf(em, agency);
    });
  }

  /**
   * Changes the given fields of an agency.
   * @throws Problem notFound, invalidBody for an unknown parent, agencyLoop for one of its own units.
   */
  async change(code: string, patch: z.output<typeof agencyPatch>): Promise<AgencyView> {
    return this.office.database.orm.em.fork().transactional(async (em) => {
      // One change of the tree at a time: two of them could make a loop together.
      await em.execute('lock table agency in share row exclusive mode');
      const agency = await em.findOne(AgencyEntity, code);
      if (!agency) throw new Problem('notFound');
      if (patch.parentCode) await demandParent(em, code, patch.parentCode);
      em.assign(agency, withoutUndefined(patch));
      await em.flush();
      return viewOf(em, agency);
    });
  }
}

async function demandParent(em: EntityManager, code: string, parentCode: string): Promise<void> {
  let above: AgencyEntity | null = await em.findOne(AgencyEntity, parentCode);
  if (!above) throw unknownAgency('/parentCode');
  const passed = new Set<string>();
  while (above && !passed.has(above.code)) {
    if (above.code === code) throw new Problem('agencyLoop');
    passed.add(above.code);
    above = above.parentCode ? await em.findOne(AgencyEntity, above.parentCode) : null;
  }
}

/** The body names an agency that does not exist. */
export function unknownAgency(pointer: string): Problem {
  const message = { vi: 'không có cơ quan nào mang mã này', en: 'no agency has this code' };
  return new Problem('invalidBody', { errors: [{ pointer, message }] });
}

/** A patch as it is stored: a field that was not given is not written. */
export function withoutUndefined<Fields extends object>(fields: Fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
}

async function viewOf(em: EntityManager, agency: AgencyEntity): Promise<AgencyView> {
  const former = await em.find(FormerUnitEntity, { agencyCode: agency.code }, { orderBy: { name: 'asc' } });
  const { code, name, kind, parentCode, email, verified, formerDistrict, validTo, note } = agency;
  return {
    ...{ code, name, kind, verified },
    parentCode: parentCode ?? null,
    email: email ?? null,
    formerDistrict: formerDistrict ?? null,
    validTo: validTo ?? null,
    note: note ?? null,
    formerNames: former.map((unit) => unit.name),
    staffCount: await em.count(StaffEntity, { agencyCode: code, isActive: true }),
  };
}
