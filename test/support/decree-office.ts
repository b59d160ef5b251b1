import type { DecreeBody, DecreeMove, DecreeView } from '#contract';
import { type Actor, legalDateOf, workingCalendar } from '#domain';
import {
  applyDecree,
  type DecreeOutcome,
  draftDecree,
  listDecreeMoves,
  listDecrees,
  previewDecree,
  retractDecree,
  sweepDeadlines,
} from '#petitions';
import { registerOpenCases } from '../../bench/open-cases.js';
import { createTestOffice, DESK, type TestOffice } from './office.js';

export const today = legalDateOf(new Date().toISOString());

/** Dates of a clock; the alarm as PostgreSQL writes an instant. */
export interface Dates {
  due: string | null;
  alarm: string | null;
}

/** The decree, or an error with the code of the refusal. */
export function done(outcome: DecreeOutcome): DecreeView {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.decree;
}

/** The state of the decree, or the code of the refusal. */
export const codeOf = (outcome: DecreeOutcome) => (outcome.ok ? outcome.decree.state : outcome.refusal.code);

/** Days off of a decree. */
export const off = (...dates: string[]) => ({
  daysOff: dates.map((date) => ({ date, name: 'Nghỉ', swapped: false })),
});

/** An office with a register of open cases, some of them late, and what an administrator does with its calendar. */
export class DecreeOffice {
  #drawn = 0;

  private constructor(
    readonly house: TestOffice,
    readonly administrator: Actor,
  ) {}

  static async open(cases: number): Promise<DecreeOffice> {
    const house = await createTestOffice();
    const agencies = ['so-xd', 'so-nv', 'so-yt'];
    for (const code of agencies) await house.addAgency(code);
    await registerOpenCases(house.office, { count: cases, agencies, desk: DESK, today });
    // Late cases have rung and wait for a later step of their ladder.
    while ((await sweepDeadlines(house.office, 1_000)).fired > 0);
    return new DecreeOffice(house, await house.addStaff('administrator'));
  }

  /** The n-th working day after today (before it, when n is negative) under the calendar that the build brings. */
  workingDay = (n: number) =>
    workingCalendar(this.house.office.policies.built.calendar).addWorkingDays(today, n);

  /** A paper with a number of its own. */
  body(fields: Partial<DecreeBody>): DecreeBody {
    this.#drawn += 1;
    return {
      number: `${this.#drawn}/TB-BNV`,
      signedOn: today,
      title: 'Thông báo nghỉ',
      source: 'Công báo',
      daysOff: [],
      workingDays: [],
      takenOut: [],
      officialYears: [],
      validThrough: null,
      ...fields,
    };
  }

  async draft(fields: Partial<DecreeBody>): Promise<DecreeView> {
    return done(await draftDecree(this.house.office, this.administrator, this.body(fields)));
  }

  async preview(id: string) {
    return done(await previewDecree(this.house.office, id)).preview!;
  }

  apply = (id: string) => applyDecree(this.house.office, this.administrator, id);

  retract = (id: string) => retractDecree(this.house.office, this.administrator, id);

  async find(id: string): Promise<DecreeView> {
    return (await listDecrees(this.house.office)).items.find((decree) => decree.id === id)!;
  }

  /** Every clock with its dates. */
  async clocks(): Promise<Map<string, Dates>> {
    const rows = await this.house.office.database.rows<Dates & { id: string }>(
      'select id, due, next_alarm_at::text as alarm from deadline order by id',
    );
    return new Map(rows.map(({ id, due, alarm }) => [id, { due, alarm }]));
  }

  /** Every clock of the latest preview, page after page. */
  async moves(id: string): Promise<DecreeMove[]> {
    const items: DecreeMove[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listDecreeMoves(this.house.office, id, { limit: 100, cursor });
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
  }
}
