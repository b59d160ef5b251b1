import { loadPolicy } from '#config/policy/load-policy';
import { Database } from '#database';
import { legalDateOf } from '#domain';
import { foldBoard, type Office, Policies } from '#petitions';
import { seedModels } from './seed-models.js';
import { seedRegister } from './seed-register.js';

export const DESK = 'bench-desk';
/** The largest of the 900 agencies, and one of the middle. */
export const LARGEST = 'bench-001';
export const MIDDLE = 'bench-300';

/** Fills the database, migrated, with a register of so many cases, unless it has one already. */
export async function fillRegister(url: string, cases: number): Promise<void> {
  const office = await openReadingOffice(url, 4);
  try {
    await office.database.migrate();
    const [held] = await office.database.rows('select 1 from cases limit 1');
    if (!held) await seed(office, cases);
    while ((await foldBoard(office.database)) > 0);
  } finally {
    await office.database.close();
  }
}

/** An office on a database, over so many connections. */
export async function openReadingOffice(url: string, connections: number): Promise<Office> {
  return {
    database: await Database.connect(url, connections),
    policies: new Policies(loadPolicy()),
    registerCode: 'BN',
    coordinationAgency: DESK,
    secretKey: 'a-secret-key-that-only-the-bench-uses',
    publicUrl: 'http://localhost:3000',
  };
}

async function seed(office: Office, cases: number): Promise<void> {
  const { database } = office;
  const today = legalDateOf(new Date().toISOString());
  const numbers = Array.from({ length: 900 }, (_, index) => index + 1);
  await database.rows(
    `insert into agency (code, name, kind) values ('${DESK}', 'Trụ sở Tiếp công dân', 'committee')`,
  );
  await database.rows(
    `insert into agency (code, name, kind, parent_code)
     select 'bench-' || lpad(n::text, 3, '0'), case when n <= 36 then 'Sở số ' else 'Xã số ' end || n,
       case when n <= 36 then 'department' else 'commune' end,
       case when n > 36 then 'bench-' || lpad((1 + n % 36)::text, 3, '0') end
     from unnest($1::int[]) as n`,
    [numbers],
  );
  await seedModels(office, { desk: DESK, agency: MIDDLE, today });
  await seedRegister(database, { cases, today });
}
