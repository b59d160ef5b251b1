import { randomUUID } from 'node:crypto';
import { loadPolicy } from '#config/policy/load-policy';
import type { Actor, Role } from '#domain';
import { type Office, Policies } from '#petitions';
import { createTestDatabase } from './test-database.js';

/** The coordination office and the reception desk that every test office has from the start. */
export const COORDINATION = 'tru-so-tcd';
export const DESK = 'ban-tcd';

export interface TestOffice {
  office: Office;
  /** Address of the database, for parts that connect by themselves (API, worker). */
  url: string;
  /** Adds an agency and returns its code. */
  addAgency(code: string, fields?: AgencyFields): Promise<string>;
  /** Adds a member of staff, who receives mail at `<id>@test.example`, and returns them as an actor. */
  addStaff(role: Role, agencyCode?: string | null): Promise<Actor>;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

export interface AgencyFields {
  name?: string;
  kind?: string;
  parentCode?: string | null;
  email?: string | null;
}

/** A fresh office: a database of its own, the real policy, a coordination office and a desk, no staff. */
export async function createTestOffice(settings: Partial<Office> = {}): Promise<TestOffice> {
  const { url, database, drop } = await createTestDatabase();
  const office: Office = {
    database,
    policies: new Policies(loadPolicy()),
    registerCode: 'CM',
    coordinationAgency: COORDINATION,
    secretKey: 'a-secret-key-that-only-tests-ever-use',
    publicUrl: 'http://localhost:3000',
    ...settings,
  };

  const addAgency: TestOffice['addAgency'] = async (code, fields = {}) => {
    await database.rows(
      'insert into agency (code, name, kind, parent_code, email) values ($1, $2, $3, $4, $5)',
      [
        code,
        fields.name ?? code,
        fields.kind ?? 'department',
        fields.parentCode ?? null,
        fields.email ?? null,
      ],
    );
    return code;
  };

  const addStaff: TestOffice['addStaff'] = async (role, agencyCode = null) => {
    const id = `${role.toLowerCase()}-${randomUUID().slice(0, 8)}`;
    await database.rows(
      'insert into staff (id, name, email, role, agency_code) values ($1, $2, $3, $4, $5)',
      [id, `Sample ${role}`, `${id}@test.example`, role, agencyCode],
    );
    return { id, role, agencyCode };
  };

  await addAgency(COORDINATION, { name: 'Trụ sở Tiếp công dân', kind: 'committee' });
  await addAgency(DESK, { name: 'Ban Tiếp công dân', kind: 'committee', parentCode: COORDINATION });
  return { office, url, addAgency, addStaff, close: drop };
}
