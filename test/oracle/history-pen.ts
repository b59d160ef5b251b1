import type { LedgerEntry } from '#domain';
import { ruleInForce } from './clerk-reading.js';
import type { Act, Draft, Setting } from './histories.js';
import { dayNumber, dayText } from './wall-calendar.js';

/** Entries about the ledger itself: they happen to no clock, and nobody corrects their day. */
const BOOKKEEPING = new Set(['calendarChanged', 'ruleChanged', 'corrected']);

const STANDSTILLS = {
  pause: ['suspended', 'continued'],
  expertise: ['expertiseRequested', 'expertiseReturned'],
  cancellation: ['cancelled', 'reopened'],
} as const;

/**
 * The ledger that the acts leave behind. A second pause ends the first; a start outside the rule's time is moved
 * into it. Extensions that the finding does not permit stay in: neither side may count them.
 */
export function ledgerOf(draft: Draft, setting: Setting): LedgerEntry[] {
  const pen = new HistoryPen(setting, draft);
  for (const tried of draft.acts) pen.write(tried);
  pen.close(draft.closing, draft.met);
  return pen.ledger;
}

/** Writes one random history, so that every entry is one that an office could have made. */
class HistoryPen {
  readonly ledger: LedgerEntry[] = [];
  /** The day on which each entry happened, corrections read. */
  readonly #days: number[] = [];
  readonly #open = { pause: false, expertise: false, cancellation: false };
  readonly #setting: Setting;
  #today: number;
  /** Date of effect of the row that the start is counted under. */
  #startRow: string;

  constructor(setting: Setting, { start, edition }: Draft) {
    const { rule } = setting;
    const begun = Math.max(start, dayNumber(rule.effectiveFrom));
    this.#setting = setting;
    this.#today = rule.effectiveTo === null ? begun : Math.min(begun, dayNumber(rule.effectiveTo));
    this.#startRow = rule.effectiveFrom;
    this.#add({
      type: 'started',
      on: dayText(this.#today),
      ruleId: rule.id,
      ruleFrom: rule.effectiveFrom,
      calendarEdition: this.#edition(edition),
    });
  }

  /** Tries an act `after` days later. A cancelled clock knows one act, to be reopened; its entries can be corrected. */
  write(act: Act): void {
    this.#today += act.after;
    const on = dayText(this.#today);
    if (act.type === 'correction') this.#correct(act, on);
    else if (act.type === 'cancellation' || this.#open.cancellation) this.#turn('cancellation', on);
    else if (act.type === 'pause' || act.type === 'expertise') this.#turn(act.type, on);
    else if (act.type === 'extension') this.#add({ type: 'extended', on });
    else if (act.type === 'finding') {
      this.#add({ type: 'complexityFound', on, complexity: act.complexity, remote: act.remote });
    } else if (act.type === 'decree') {
      this.#add({ type: 'calendarChanged', on, calendarEdition: this.#edition(act.choice) });
    } else this.#move(act, on);
  }

  /** Ends what is open after so many days, unless null, and then meets the limit if asked to. */
  close(after: number | null, met: boolean): void {
    if (after === null) return;
    this.#today += after;
    const on = dayText(this.#today);
    for (const kind of ['cancellation', 'pause', 'expertise'] as const) {
      if (this.#open[kind]) this.#turn(kind, on);
    }
    if (met) this.#add({ type: 'met', on });
  }

  #add(entry: LedgerEntry): void {
    this.ledger.push(entry);
    this.#days.push(dayNumber(entry.on));
  }

  #edition(choice: number): string {
    const { editions } = this.#setting;
    return editions[choice % editions.length] ?? '';
  }

  /** Begins a standstill or ends it. Reopening ends every other standstill too. */
  #turn(kind: keyof typeof STANDSTILLS, on: string): void {
    const [begin, end] = STANDSTILLS[kind];
    this.#add({ type: this.#open[kind] ? end : begin, on });
    this.#open[kind] = !this.#open[kind];
    if (kind === 'cancellation' && !this.#open.cancellation) {
      this.#open.pause = false;
      this.#open.expertise = false;
    }
  }

  /** A transition rule moves the clock to any row that serves its procedure. */
  #move({ choice }: Act, on: string): void {
    const rows = this.#setting.limits.filter(({ procedures }) =>
      procedures.includes(this.#setting.procedure),
    );
    const row = rows[choice % rows.length] ?? this.#setting.rule;
    const { id: ruleId, effectiveFrom: ruleFrom, article } = row;
    this.#add({ type: 'ruleChanged', on, ruleId, ruleFrom, article });
  }

  /** An entry happened on another day than recorded, between the one before it and the one after it. */
  #correct({ choice, shift, remote }: Act, on: string): void {
    const events = this.ledger.flatMap(({ type }, index) => (BOOKKEEPING.has(type) ? [] : [index]));
    const place = choice % events.length;
    const dayAt = (at: number) => this.#days[events[at] ?? -1];
    const was = dayAt(place) ?? 0;
    const earliest = dayAt(place - 1) ?? was - 30;
    const latest = dayAt(place + 1) ?? this.#today;
    const is = earliest + (shift % (latest - earliest + 1));
    const entry = events[place] ?? 0;
    const row = entry === 0 ? this.#rowOfStart(is, remote) : {};
    if (row === null) return;
    this.#add({
      type: 'corrected',
      on,
      entry,
      was: dayText(was),
      is: dayText(is),
      reason: 'Ghi nhầm ngày',
      ...row,
    });
    this.#days[entry] = is;
  }

  /** The row that a start on the day is counted under, which may go without saying; null when the law had none. */
  #rowOfStart(day: number, terse: boolean): { ruleId?: string; ruleFrom?: string } | null {
    const { limits, rule, procedure } = this.#setting;
    const row = ruleInForce(limits, rule.clock, procedure, dayText(day));
    if (row === null) return null;
    if (terse && row.effectiveFrom === this.#startRow) return {};
    this.#startRow = row.effectiveFrom;
    return { ruleId: row.id, ruleFrom: row.effectiveFrom };
  }
}
