import type { Transaction } from '#database';
import type { NoticeOrder, Role } from '#domain';
import type { Directory, Recipient } from './recipients.js';

/** A message of the outbox that has no notices yet, with the limit its case stands under. */
export interface OpenOrder {
  outboxId: string;
  caseId: string;
  seq: number;
  order: NoticeOrder;
  due: string | null;
  dueClock: string | null;
}

/** An order with the people it reaches. */
export interface AddressedOrder {
  open: OpenOrder;
  recipients: readonly Recipient[];
}

/**
 * Takes those of the messages that have no notices yet: marks them as addressed and reads them. The mark lies in the
 * row itself, so a worker that had to wait for it sees what the one before it did.
 */
export async function takeOrders(
  transaction: Transaction,
  outboxIds: readonly string[],
): Promise<OpenOrder[]> {
  const { rows } = await transaction.query<OpenOrder>({
    name: 'take-orders',
    text: `update outbox o set addressed_at = now(), ring_after = 'infinity', last_error = null
      from cases c
      where c.id = o.case_id and o.id = any($1) and o.kind = 'notice' and o.addressed_at is null
        and o.settled_at is null and o.parked_at is null
      returning o.id as "outboxId", o.case_id as "caseId", o.seq, o.payload as "order", c.due,
        c.due_clock as "dueClock"`,
    values: [outboxIds],
  });
  return rows;
}

/**
 * Reads everybody whom a batch of orders could reach. It is read anew for each batch, in its transaction: whoever was
 * deactivated before it began is not told.
 */
export async function readDirectory(
  transaction: Transaction,
  orders: readonly NoticeOrder[],
  coordinationAgency: string,
): Promise<Directory> {
  const codes = orders.flatMap(({ agencyCode, deskAgencyCode }) => [agencyCode, deskAgencyCode]);
  const { rows } = await transaction.query<{ agencies: Agency[] | null; staff: Directory['staff'] | null }>({
    name: 'read-directory',
    text: READ_DIRECTORY,
    values: [[...new Set([...codes, coordinationAgency])].filter((code) => typeof code === 'string')],
  });
  const { agencies, staff } = rows[0] ?? { agencies: null, staff: null };
  return {
    coordinationAgency,
    agencies: new Map((agencies ?? []).map((agency) => [agency.code, agency])),
    staff: staff ?? [],
  };
}

interface Agency {
  code: string;
  parentCode: string | null;
  email: string | null;
}

/** Offices of the whole province that any message may fall to, wherever their members sit. */
const EVERYWHERE: readonly Role[] = ['coordinationOffice', 'supervisor', 'administrator'];

const READ_DIRECTORY = `
  with around as (
    select code, parent_code, email from agency
    where code = any($1) or code in (select parent_code from agency where code = any($1)))
  select
    (select json_agg(json_build_object('code', code, 'parentCode', parent_code, 'email', email)) from around)
      as agencies,
    (select json_agg(json_build_object('id', id, 'email', email, 'role', role, 'agencyCode', agency_code) order by id)
      from staff where is_active and (agency_code in (select code from around)
        or role in ('${EVERYWHERE.join("', '")}'))) as staff`;
