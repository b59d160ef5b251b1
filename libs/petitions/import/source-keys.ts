import type { Database } from '#database';
import type { Tally } from './summary.js';

/** A row as far as it matters here: where it stands, whose it is and what it says. */
interface KeyedRow {
  line: number;
  key: string;
  row: { hash: string };
}

/** Knows which rows of a register are in the record already, so that a second run imports nothing twice. */
export class SourceKeys {
  /** Keys a dry run would have written; a real run finds them in the record. */
  private readonly wouldBeThere = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly dryRun: boolean,
  ) {}

  /** Answers the rows that are new; counts those already there and rejects an id that comes with other content. */
  async sortOut<Row extends KeyedRow>(rows: readonly Row[], tally: Tally): Promise<Row[]> {
    const known = await this.find(rows.map(({ key }) => key));
    const fresh: Row[] = [];
    for (const entry of rows) {
      const hash = known.get(entry.key) ?? this.wouldBeThere.get(entry.key);
      if (hash === undefined) {
        fresh.push(entry);
        known.set(entry.key, entry.row.hash);
        if (this.dryRun) this.wouldBeThere.set(entry.key, entry.row.hash);
      } else if (hash === entry.row.hash) tally.alreadyThere();
      else tally.reject(entry.line, 'id', 'otherContent', otherContent(entry.key));
    }
    return fresh;
  }

  private async find(keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ key: string; hash: string }>(
      'select source_key as key, source_hash as hash from petition where source_key = any($1)',
      [keys],
    );
    return new Map(rows.map(({ key, hash }) => [key, hash]));
  }
}

function otherContent(key: string) {
  return {
    vi: `Đơn “${key}” đã được nhập với nội dung khác; nếu đây là sổ khác, hãy nhập với --source TÊN_KHÁC`,
    en: `The petition "${key}" was already imported with other content; if this is another register, import it with --source OTHER_NAME`,
  };
}
