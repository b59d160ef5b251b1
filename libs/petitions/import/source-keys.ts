import type { Transaction } from '#database';
import type { Tally } from './summary.js';

/** A row as far as it matters here: where it stands, whose it is and what it says. */
interface KeyedRow {
  line: number;
  key: string;
  row: { hash: string };
}

/** Rows that are in the record, or would be: hash of the content by key. */
type KnownRows = Map<string, string>;
type Executor = Pick<Transaction, 'query'>;

/** Knows which rows of a register are in the record already, so that a second run imports nothing twice. */
export class SourceKeys {
  constructor(private readonly executor: Executor) {}

  /** Answers the rows that are new; counts those already there and rejects an id that comes with other content. */
  async sortOut<Row extends KeyedRow>(rows: readonly Row[], tally: Tally): Promise<Row[]> {
    const known = await this.find(rows.map(({ key }) => key));
    const fresh: Row[] = [];
    for (const entry of rows) {
      const hash = known.get(entry.key);
      if (hash === undefined) {
        fresh.push(entry);
        known.set(entry.key, entry.row.hash);
      } else if (hash === entry.row.hash) tally.alreadyThere();
      else tally.reject(entry.line, 'id', 'otherContent', otherContent(entry.key));
    }
    await this.noted(fresh);
    return fresh;
  }

  protected async find(keys: readonly string[]): Promise<KnownRows> {
    const { rows } = await this.executor.query<{ key: string; hash: string }>({
      name: 'import-source-keys',
      text: 'select source_key as key, source_hash as hash from petition where source_key = any($1)',
      values: [keys],
    });
    return new Map(rows.map(({ key, hash }) => [key, hash]));
  }

  /** Rows that a real run goes on to store. */
  protected async noted(_fresh: readonly KeyedRow[]): Promise<void> {}
}

/** For a dry run: what would have been stored is kept in a table that ends with the transaction, not in memory. */
export class RehearsedKeys extends SourceKeys {
  private constructor(private readonly transaction: Transaction) {
    super(transaction);
  }

  static async open(transaction: Transaction): Promise<RehearsedKeys> {
    await transaction.query(
      'create temporary table rehearsed (key text primary key, hash text) on commit drop',
    );
    return new RehearsedKeys(transaction);
  }

  protected override async find(keys: readonly string[]): Promise<KnownRows> {
    const stored = await super.find(keys);
    const { rows } = await this.transaction.query<{ key: string; hash: string }>(
      'select key, hash from rehearsed where key = any($1)',
      [keys],
    );
    return new Map([...stored, ...rows.map(({ key, hash }) => [key, hash] as const)]);
  }

  protected override async noted(fresh: readonly KeyedRow[]): Promise<void> {
    await this.transaction.query('insert into rehearsed select * from unnest($1::text[], $2::text[])', [
      fresh.map(({ key }) => key),
      fresh.map(({ row }) => row.hash),
    ]);
  }
}

function otherContent(key: string) {
  return {
    vi: `Đơn “${key}” đã được nhập với nội dung khác; nếu đây là sổ khác, hãy nhập với --source TÊN_KHÁC`,
    en: `The petition "${key}" was already imported with other content; if this is another register, import it with --source OTHER_NAME`,
  };
}
