import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { PoolClient } from 'pg';
import type { Role } from '#domain';

export interface NewStaff {
  name: string;
  /** Sign-in name, unique regardless of case. */
  email: string;
  role: Role;
  agencyCode: string | null;
  /** 12 to 128 characters; kept as a salted scrypt hash only. */
  password: string;
}

/** The part of the record that staff are written through. */
export interface StaffStore {
  database: { transaction<Result>(work: (transaction: PoolClient) => Promise<Result>): Promise<Result> };
}

/**
 * Creates a member of staff who can sign in at once: used by the administrator's screen, by the command
 * that makes the first administrator and by the demo.
 * @returns the new person's id.
 * @throws the driver's error 23505 when the e-mail is taken, 23503 when the agency does not exist.
 */
export async function createStaff(store: StaffStore, staff: NewStaff): Promise<string> {
  const id = randomUUID();
  const password = await hashPassword(staff.password);
  await store.database.transaction(async (transaction) => {
    await transaction.query(
      'insert into staff (id, name, email, role, agency_code) values ($1, $2, $3, $4, $5)',
      [id, staff.name, staff.email.toLowerCase(), staff.role, staff.agencyCode],
    );
    await transaction.query(
      `insert into staff_account (id, account_id, provider_id, user_id, password)
       values ($1, $2, 'credential', $2, $3)`,
      [randomUUID(), id, password],
    );
  });
  return id;
}

/**
 * Replaces the password of a member of staff.
 * @returns false when there is no such person.
 */
export async function setPassword(store: StaffStore, staffId: string, password: string): Promise<boolean> {
  const hash = await hashPassword(password);
  return store.database.transaction(async (transaction) => {
    const { rowCount } = await transaction.query(
      `update staff_account set password = $2, updated_at = now()
       where user_id = $1 and provider_id = 'credential'`,
      [staffId, hash],
    );
    return rowCount === 1;
  });
}
