import { setTimeout as sleep } from 'node:timers/promises';
import { loadPolicy } from '#config/policy/load-policy';
import { Database } from '#database';
import type { Actor } from '#domain';
import { type Office, Policies, registerCase } from '#petitions';
import { today } from '../../support/play.js';

const DESK: Actor = { id: 'ban-tiep-dan', role: 'deskOfficer', agencyCode: 'ban-tcd' };
const PAUSE_MS = 20;

/** People who register petitions all the time, whatever the database says. */
export interface DeskUnderLoad {
  office: Office;
  /** Cases whose registration was acknowledged. */
  acknowledged: string[];
  /** SQLSTATE (or name) of everything that was answered instead. */
  refused: string[];
  /** Settles with the next acknowledgement. */
  nextAcknowledged(withinMs: number): Promise<void>;
  /** Settles with the next refusal of this code. */
  untilRefused(code: string, withinMs: number): Promise<void>;
  /** Cases of `acknowledged` that the record does not hold. */
  lost(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens an office on a database and puts four people at its desk. */
export async function openDeskUnderLoad(url: string): Promise<DeskUnderLoad> {
  const database = await Database.connect(url, 6);
  database.pool.on('error', () => {});
  await database.migrate();
  await database.rows(
    "insert into agency (code, name, kind) values ('ban-tcd', 'Ban Tiếp công dân', 'committee') on conflict do nothing",
  );
  const office = officeOn(database);
  const acknowledged: string[] = [];
  const refused: string[] = [];
  let isOpen = true;
  const people = Array.from({ length: 4 }, async () => {
    for (; isOpen; await sleep(PAUSE_MS)) {
      await registerCase(office, DESK, PETITION).then(
        (outcome) => outcome.ok && acknowledged.push(outcome.result.caseId),
        (error: Error & { code?: string }) => refused.push(error.code ?? error.message),
      );
    }
  });
  return {
    office,
    acknowledged,
    refused,
    nextAcknowledged: (withinMs) => untilGrown(acknowledged, withinMs, () => true),
    untilRefused: (code, withinMs) => untilGrown(refused, withinMs, (each) => each === code),
    async lost() {
      const before = [...acknowledged];
      const rows = await database.rows<{ id: string }>('select id from cases');
      const held = new Set(rows.map(({ id }) => id));
      return before.filter((id) => !held.has(id));
    },
    async close() {
      isOpen = false;
      await Promise.all(people);
      await database.close();
    },
  };
}

function officeOn(database: Database): Office {
  return {
    database,
    policies: new Policies(loadPolicy()),
    registerCode: 'CM',
    coordinationAgency: 'ban-tcd',
    secretKey: 'a-secret-key-that-only-tests-ever-use',
    publicUrl: 'http://localhost:3000',
  };
}

const PETITION = {
  subject: 'Nội dung mẫu '.repeat(40),
  channel: 'inPerson',
  receivedOn: today,
  declaredKind: null,
  petitioner: { fullName: 'Người Mẫu' },
} as const;

async function untilGrown(list: string[], withinMs: number, fits: (item: string) => boolean): Promise<void> {
  const { length } = list;
  const giveUpAt = performance.now() + withinMs;
  while (!list.slice(length).some(fits)) {
    if (performance.now() > giveUpAt) throw new Error(`nothing of the kind came within ${withinMs} ms`);
    await sleep(10);
  }
}
