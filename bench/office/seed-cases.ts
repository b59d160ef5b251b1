import { randomUUIDv7 } from 'node:crypto';
import type { Database, Transaction } from '#database';
import { type Actor, type Command, type LegalDate } from '#domain';
import { type Office, runCommands } from '#petitions';

/** The case at a place of the register: ids are counted, so that floor, door and peers find the same one. */
export function caseIdAt(place: number): string {
  return `01980000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
}

/** The same in SQL. */
const CASE_ID_AT = `('01980000-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid`;

/** A case that others are copied from. */
export interface Template {
  caseId: string;
}

/** Registers a case through the door and gives it further commands: every row of it is one that the engine made. */
export async function makeTemplate(
  office: Office,
  desk: Actor,
  receivedOn: LegalDate,
  further: readonly Command[],
): Promise<Template> {
  const caseId = randomUUIDv7();
  const register: Command = {
    type: 'register',
    receivedOn,
    channel: 'post',
    declaredKind: null,
    deskAgencyCode: desk.agencyCode ?? '',
    backdatingReason: 'Nhập sổ',
  };
  const [outcome] = await runCommands(office, [
    {
      actor: desk,
      caseId,
      commands: [register, ...further],
      expectedVersion: null,
      registration: {
        subject: 'Đơn đề nghị xem xét việc bồi thường khi thu hồi đất tại thôn Đông',
        content: null,
        topic: null,
        placeText: null,
        placeCode: null,
        agencyNamed: null,
        petitioner: null,
        source: null,
        attention: [],
      },
    },
  ]);
  if (!outcome?.ok) throw new Error(`The template was refused: ${outcome?.refusal.code}`);
  return { caseId };
}

interface RegisterTerms {
  /** Where its places begin. */
  first?: number;
  /** When the clocks of its cases ring: SQL of an instant, in which `place` is the case's. */
  alarmAt?: string;
  /** Copies without triggers and checks of foreign keys, for a register that is only there: no board counts its cases. */
  isSilent?: boolean;
}

/** A register that grows: whoever needs cases that nobody has touched takes the next places. */
export class Register {
  private size: number;

  constructor(
    private readonly database: Database,
    private readonly template: Template,
    private readonly terms: RegisterTerms = {},
  ) {
    this.size = terms.first ?? 0;
  }

  /**
   * Copies the template to so many new places, by one statement per table.
   * @returns the first place and the one after the last.
   */
  async grow(count: number): Promise<[from: number, to: number]> {
    const range: [number, number] = [this.size, this.size + count];
    this.size += count;
    const { alarmAt, isSilent } = this.terms;
    const own = { id: 'uuidv7()', case_id: CASE_ID_AT };
    await this.database.transaction(async (transaction) => {
      if (isSilent) await transaction.query('set local session_replication_role = replica');
      const copy = (table: string, key: string, changes: Record<string, string>) =>
        copyRows(transaction, { table, key, caseId: this.template.caseId, range, changes });
      await copy('cases', 'id', {
        id: CASE_ID_AT,
        number: `'B-' || lpad(place::text, length(original.number) - 2, '0')`,
        tracking_hash: `sha256(place::text::bytea)`,
      });
      await copy('petition', 'case_id', own);
      await copy('deadline', 'case_id', {
        ...own,
        ...(alarmAt && { next_alarm_at: `case when original.next_alarm_at is not null then ${alarmAt} end` }),
      });
    });
    return range;
  }

  /** Statistics and visibility as a day's autovacuum would leave them. */
  async settle(): Promise<void> {
    await this.database.rows('vacuum analyze');
  }
}

/** Rows of one table of a case, copied to every place of a range; `changes` is SQL by column. */
interface Copy {
  table: string;
  key: string;
  caseId: string;
  range: readonly [from: number, to: number];
  changes: Record<string, string>;
}

async function copyRows(
  transaction: Transaction,
  { table, key, caseId, range, changes }: Copy,
): Promise<void> {
  const columns = await writableColumns(transaction, table);
  const values = columns.map((column) => changes[column] ?? `original.${column}`);
  const [from, to] = range;
  await transaction.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
     from generate_series($2::bigint, $3::bigint) as place, ${table} as original where original.${key} = $1`,
    [caseId, from, to - 1],
  );
}

/** Columns of a table that a statement may set. */
export async function writableColumns(
  executor: Pick<Transaction, 'query'>,
  table: string,
): Promise<string[]> {
  const { rows } = await executor.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ column }) => column);
}
