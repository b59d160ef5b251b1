import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '#database';
import { type CalendarEdition, composeEdition, type Decree, type LimitRule, type Policy } from '#domain';
import { refuseFalsifiedLimits } from './kept-limits.js';

/** Anything that runs a statement: a transaction, or the pool. */
export type Executor = Pick<Transaction, 'query'>;

/** What of a policy the record keeps beside the calendar: all that an act or a clock was decided under. */
type Kept = Pick<Policy, 'limits' | 'ladders' | 'laws' | 'acts'>;

/** Names the calendar edition in force; for a statement that asks for it among other things. */
export const EDITION_IN_FORCE = '(select edition from calendar_edition order by seq desc limit 1)';

/**
 * The policies that cases run under: the rules and ladders of this build with the calendar that the record says is in
 * force, and those that older rows name. The record decides, so every process counts under a new decree at once.
 */
export class Policies {
  readonly #byVersion = new Map<string, Policy>();
  #editions: readonly CalendarEdition[] = [];

  /** @param built rules, ladders and the first calendar, as this build brings them. */
  constructor(readonly built: Policy) {}

  /** The policy in force now. */
  async current(executor: Executor): Promise<Policy> {
    const { rows } = await executor.query<{ edition: string | null }>(
      `select ${EDITION_IN_FORCE} as edition`,
    );
    return this.under(rows[0]?.edition ?? null, executor);
  }

  /** The policy of this build under a calendar edition; null stands for a record that has none yet. */
  async under(edition: string | null, executor: Executor): Promise<Policy> {
    const name = edition ?? this.built.calendar.edition;
    return this.#byVersion.get(this.#versionUnder(name)) ?? this.#learn(name, executor);
  }

  /** The policy that a row names as its `policy_version`. @throws when the record never saw it. */
  async at(version: string, executor: Executor): Promise<Policy> {
    const held = this.#byVersion.get(version);
    if (held) return held;
    const { rows } = await executor.query<Kept & { edition: string }>(
      'select limits, ladders, laws, acts, calendar_edition as edition from policy_edition where version = $1',
      [version],
    );
    const [row] = rows;
    if (!row) throw new Error(`The record holds no policy ${version}`);
    const { edition, ...kept } = row;
    const policy = await this.#withCalendar({ ...this.built, version, ...kept }, edition, executor);
    this.#byVersion.set(version, policy);
    return policy;
  }

  #versionUnder(edition: string): string {
    const { version, calendar } = this.built;
    return edition === calendar.edition ? version : `${version}+${edition}`;
  }

  async #learn(edition: string, executor: Executor): Promise<Policy> {
    await this.#storeBuilt(executor);
    const version = this.#versionUnder(edition);
    const policy = await this.#withCalendar({ ...this.built, version }, edition, executor);
    if (await this.#isRecorded(policy, executor)) {
      this.#byVersion.set(version, policy);
      return policy;
    }
    const { limits, ladders, laws, acts } = policy;
    await executor.query(
      `insert into policy_edition (version, limits, ladders, laws, acts, calendar_edition)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [version, ...[limits, ladders, laws, acts].map((part) => JSON.stringify(part)), edition],
    );
    // A row written just now may be rolled back with its transaction: it is relied on once somebody has found it.
    return policy;
  }

  async #isRecorded({ version, limits }: Policy, executor: Executor): Promise<boolean> {
    const { rows } = await executor.query<{ version: string; limits: LimitRule[] }>(
      'select version, limits from policy_edition order by version = $1 desc, seen_at desc limit 1',
      [version],
    );
    const [latest] = rows;
    if (latest?.version === version) return true;
    if (latest) refuseFalsifiedLimits(latest.limits, limits);
    return false;
  }

  async #withCalendar(policy: Policy, edition: string, executor: Executor): Promise<Policy> {
    if (!this.#editions.some((each) => each.edition === edition)) await this.#readEditions(executor);
    const calendar = this.#editions.find((each) => each.edition === edition);
    if (!calendar) throw new Error(`The record holds no calendar edition ${edition}`);
    return { ...policy, calendar, editions: this.#editions };
  }

  /** The calendar of this build enters the record once; one of the same name with other days would falsify ledgers. */
  async #storeBuilt(executor: Executor): Promise<void> {
    const { calendar } = this.built;
    const { rowCount } = await executor.query(
      'insert into calendar_edition (edition, content) values ($1, $2) on conflict do nothing',
      [calendar.edition, JSON.stringify(calendar)],
    );
    if (rowCount !== 0) await this.#keepDecrees(executor);
    const { rows } = await executor.query<{ content: CalendarEdition }>(
      'select content from calendar_edition where edition = $1',
      [calendar.edition],
    );
    if (isDeepStrictEqual(rows[0]?.content, { ...calendar })) return;
    throw new Error(
      `The calendar edition ${calendar.edition} of this build differs from the one in the record: give it another name.`,
    );
  }

  /** The edition that came last is in force: a release with another calendar must not put the decrees out of force. */
  async #keepDecrees(executor: Executor): Promise<void> {
    const { rows } = await executor.query<{ content: Decree }>(
      "select content from decree where state in ('applying', 'applied')",
    );
    if (rows.length === 0) return;
    const calendar = composeEdition(
      this.built.calendar,
      rows.map(({ content }) => content),
    );
    await executor.query(
      'insert into calendar_edition (edition, content) values ($1, $2) on conflict do nothing',
      [calendar.edition, JSON.stringify(calendar)],
    );
  }

  async #readEditions(executor: Executor): Promise<void> {
    const { rows } = await executor.query<{ content: CalendarEdition }>(
      'select content from calendar_edition order by seq',
    );
    this.#editions = rows.map(({ content }) => content);
    // A policy remembered earlier learns the editions that came since: a ledger may name any of them.
    for (const [version, policy] of this.#byVersion) {
      this.#byVersion.set(version, { ...policy, editions: this.#editions });
    }
  }
}
