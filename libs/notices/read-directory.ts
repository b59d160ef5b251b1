import type { Transaction } from '#database';
import type { NoticeOrder, Role } from '#domain';
import type { Directory } from './recipients.js';

/** Reads, in two statements, everybody whom a batch of orders could reach. */
export async function readDirectory(
  transaction: Transaction,
  orders: readonly NoticeOrder[],
  coordinationAgency: string,
): Promise<Directory> {
  const codes = [...orders.flatMap((order) => [order.agencyCode, order.deskAgencyCode]), coordinationAgency];
  const agencies = await transaction.query<{ code: string; parentCode: string | null; email: string | null }>(
    `select code, parent_code as "parentCode", email from agency
     where code = any($1) or code in (select parent_code from agency where code = any($1))`,
    [codes],
  );
  const staff = await transaction.query<{ id: string; email: string; role: Role; agencyCode: string | null }>(
    `select id, email, role, agency_code as "agencyCode" from staff
     where is_active
       and (agency_code = any($1) or role in ('coordinationOffice', 'supervisor', 'administrator'))
     order by id`,
    [agencies.rows.map(({ code }) => code)],
  );
  return {
    coordinationAgency,
    agencies: new Map(agencies.rows.map((agency) => [agency.code, agency])),
    staff: staff.rows,
  };
}
