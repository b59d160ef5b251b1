import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { resetPasswordBody, StaffView, staffBody, staffPatch } from '#contract';
import { AgencyEntity, StaffEntity } from '#database';
import { type Role, worksForAnAgency } from '#domain';
import { createStaff, SignIn, setPassword } from '#identity';
import type { Office } from '#petitions';
import { unknownAgency, withoutUndefined } from '../agencies/agencies.js';
import { InjectOffice } from '../office.js';
import { Problem } from '../problems/problem.js';

/** Administration of staff: who works here, as what and for which agency. */
@Injectable()
export class Staff {
  constructor(
    @InjectOffice() private readonly office: Office,
    private readonly signIn: SignIn,
  ) {}

  /** All staff with the names of their agencies, by name. */
  async list(): Promise<StaffView[]> {
    const em = this.office.database.orm.em.fork();
    const people = await em.find(StaffEntity, {}, { orderBy: { name: 'asc', id: 'asc' } });
    const agencies = await em.findAll(AgencyEntity, { fields: ['code', 'name'] });
    const names = new Map(agencies.map(({ code, name }) => [code, name]));
    return people.map((person) => viewOf(person, names.get(person.agencyCode ?? '') ?? null));
  }

  /**
   * Creates a member of staff.
   * @throws Problem emailTaken; invalidBody when the agency is unknown or missing for the role.
   */
  async add(body: z.output<typeof staffBody>): Promise<StaffView> {
    const em = this.office.database.orm.em.fork();
    await demandAgency(em, body.role, body.agencyCode);
    if (await em.findOne(StaffEntity, { email: body.email.toLowerCase() })) throw new Problem('emailTaken');
    const id = await createStaff(this.office, body);
    return withAgencyName(em, await em.findOneOrFail(StaffEntity, id));
  }

  /**
   * Changes the given fields of a person; what changes their rights ends their sessions at once.
   * @throws Problem notFound; lastAdministrator; invalidBody when the agency is unknown or missing.
   */
  async change(id: string, patch: z.output<typeof staffPatch>): Promise<StaffView> {
    const em = this.office.database.orm.em.fork();
    const { person, hasOtherRights } = await em.transactional((transaction) =>
      changeOne(transaction, id, patch),
    );
    if (hasOtherRights) await this.signIn.endSessions(id);
    return withAgencyName(em, person);
  }

  /**
   * Gives a person who forgot theirs a new password, and ends their sessions.
   * @throws Problem notFound.
   */
  async resetPassword(id: string, { password }: z.output<typeof resetPasswordBody>): Promise<void> {
    if (!(await setPassword(this.office, id, password))) throw new Problem('notFound');
    await this.signIn.endSessions(id);
  }
}

async function changeOne(em: EntityManager, id: string, patch: z.output<typeof staffPatch>) {
  // One change at a time: two administrators who close each other's account must not both succeed.
  await em.execute('lock table staff in share row exclusive mode');
  const person = await em.findOne(StaffEntity, id);
  if (!person) throw new Problem('notFound');
  const before = rightsOf(person);
  em.assign(person, withoutUndefined(patch));
  // Whoever lacks an agency from before can still be renamed or deactivated.
  const isMoved = patch.role !== undefined || patch.agencyCode !== undefined;
  if (isMoved) await demandAgency(em, person.role, person.agencyCode ?? null);
  await em.flush();
  const administrators = await em.count(StaffEntity, { role: 'administrator', isActive: true });
  if (administrators === 0) throw new Problem('lastAdministrator');
  return { person, hasOtherRights: rightsOf(person) !== before };
}

/** What a session is good for, in one comparable word. */
const rightsOf = ({ role, agencyCode, isActive }: StaffEntity) =>
  JSON.stringify([role, agencyCode, isActive]);

async function demandAgency(em: EntityManager, role: Role, code: string | null): Promise<void> {
  if (code !== null) {
    if (!(await em.findOne(AgencyEntity, code))) throw unknownAgency('/agencyCode');
    return;
  }
  if (!worksForAnAgency(role)) return;
  const message = { vi: 'vai trò này cần có cơ quan', en: 'this role needs an agency' };
  throw new Problem('invalidBody', { errors: [{ pointer: '/agencyCode', message }] });
}

async function withAgencyName(em: EntityManager, person: StaffEntity): Promise<StaffView> {
  const agency = person.agencyCode ? await em.findOne(AgencyEntity, person.agencyCode) : null;
  return viewOf(person, agency?.name ?? null);
}

function viewOf({ id, name, email, role, agencyCode, isActive }: StaffEntity, agencyName: string | null) {
  return { id, name, email, role, agencyCode: agencyCode ?? null, agencyName, isActive };
}
