import { uptime } from 'node:os';
import type { Database } from '../database.js';
import {
  type ClockMark,
  type ClockVerdict,
  isDoubtOver,
  judgeClock,
  type OwnReading,
  skewOf,
  type TrustedLook,
} from './judge-clock.js';

/** The clocks of this machine, in seconds. */
export interface OwnClocks {
  /** Runs since the machine started, also while it sleeps, and cannot be set. */
  elapsed(): number;
  /** Shows seconds since 1970; somebody may have set it wrong. */
  wall(): number;
}

const MACHINE: OwnClocks = { elapsed: uptime, wall: () => Date.now() / 1000 };

/** What one look at the clock showed. */
export interface ClockLook {
  /** Whether deadlines may be fired now. */
  mayFire: boolean;
  /** Why not, in one sentence without names; null when they may. */
  doubt: string | null;
  /** Clock of this machine minus clock of PostgreSQL, in seconds. */
  skewSeconds: number;
}

/**
 * Watches PostgreSQL's clock, the only one that decides: before each sweep it is compared with the latest
 * instant that anybody has seen and with the time that passed on this machine. After a jump no worker fires
 * anything until the clock is right again or a person confirms it (`confirmClock`).
 */
export class ClockWatch {
  private last: TrustedLook | null = null;
  private latest: ClockLook | null = null;

  constructor(
    private readonly database: Database,
    private readonly clocks: OwnClocks = MACHINE,
  ) {}

  /** The result of the latest look; null before the first. */
  get state(): ClockLook | null {
    return this.latest;
  }

  /** @throws when the database does not answer. */
  async look(): Promise<ClockLook> {
    this.latest = await this.compare();
    return this.latest;
  }

  /** Notes that everything due at the latest look has been fired: what is due from now on is late from now on. */
  async sweptAll(): Promise<void> {
    if (!this.last || !this.latest?.mayFire) return;
    await this.database.rows(
      'update clock_mark set swept_at = greatest(swept_at, to_timestamp($1)) where doubt is null',
      [this.last.now],
    );
  }

  private async compare(): Promise<ClockLook> {
    const { mark, own } = await this.read();
    const skewSeconds = skewOf(mark.now, own);
    if (mark.doubt) {
      if (!isDoubtOver(mark)) return refuse(DOUBTS[mark.doubt], skewSeconds);
      await endDoubt(this.database, mark);
      return this.compare();
    }
    const verdict = judgeClock(mark, own, this.last);
    if (verdict.is === 'trusted') {
      await this.trust(mark, own);
      return { mayFire: true, doubt: null, skewSeconds };
    }
    if (verdict.is !== 'apart') await this.beginDoubt(verdict.is, mark);
    return refuse(sentenceOf(verdict), skewSeconds);
  }

  private async read(): Promise<{ mark: ClockMark; own: OwnReading }> {
    const [elapsedBefore, wallBefore] = [this.clocks.elapsed(), this.clocks.wall()];
    const [mark] = await this.database.rows<ClockMark>(`
      select extract(epoch from now())::float8 as now, extract(epoch from seen_at)::float8 as seen, doubt,
        extract(epoch from doubted_at)::float8 as doubted, coalesce(trusted_times, 0) as "trustedTimes"
      from (select) as one left join clock_mark on true`);
    const [elapsedAfter, wallAfter] = [this.clocks.elapsed(), this.clocks.wall()];
    return { mark: mark!, own: { elapsedBefore, elapsedAfter, wallBefore, wallAfter } };
  }

  private async trust({ now, trustedTimes }: ClockMark, own: OwnReading): Promise<void> {
    await this.database.rows(
      `insert into clock_mark (seen_at) values (to_timestamp($1))
       on conflict (only_row) do update set seen_at = greatest(clock_mark.seen_at, excluded.seen_at)
       where clock_mark.doubt is null`,
      [now],
    );
    this.last = { now, own, trustedTimes };
  }

  private async beginDoubt(doubt: 'back' | 'forward', { now, trustedTimes }: ClockMark): Promise<void> {
    await this.database.rows(
      `update clock_mark set doubt = $1, doubted_at = to_timestamp($2), told_at = null
       where doubt is null and trusted_times = $3`,
      [doubt, now, trustedTimes],
    );
  }
}

/** Why sweeping is paused, as whoever is told reads it. */
export const DOUBTS = {
  back: "PostgreSQL's clock went back.",
  forward: "PostgreSQL's clock jumped forward.",
} as const;

function sentenceOf(verdict: ClockVerdict): string | null {
  if (verdict.is === 'trusted') return null;
  if (verdict.is === 'apart') {
    return `after a long silence the clocks of this machine and of PostgreSQL are ${Math.round(verdict.seconds)} s apart.`;
  }
  return DOUBTS[verdict.is];
}

function refuse(doubt: string | null, skewSeconds: number): ClockLook {
  return { mayFire: false, doubt, skewSeconds };
}

async function endDoubt(database: Database, { trustedTimes }: ClockMark): Promise<void> {
  await database.rows(
    `update clock_mark set doubt = null, doubted_at = null, trusted_times = trusted_times + 1
     where doubt is not null and trusted_times = $1`,
    [trustedTimes],
  );
}
