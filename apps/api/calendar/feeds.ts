import type { CalendarView } from '#contract';
import { type CalendarEvent, type InstantText, type LegalDate, writeICalendar } from '#domain';
import { VIETNAMESE } from '#notices';
import type { AgencyDeadline, AgencyDeadlines } from '#petitions';

/*
 * What calendar programs are told, in Vietnamese, the language of record. The identifiers name the day or the clock and
 * never the machine, so that an office that moves keeps its subscribers' entries.
 */

/** The working calendar as iCalendar: an event for each day off and each made-up working day. */
export function workingCalendarFeed(calendar: CalendarView, decidedAt: InstantText): string {
  return writeICalendar({
    name: 'Lịch nghỉ và làm bù',
    description: `Phiên bản ${calendar.edition}; có giá trị đến ${paperDate(calendar.validThrough)}.`,
    stampedAt: decidedAt,
    events: calendar.years.flatMap(({ days, provisional, decree }) =>
      days.map((day) => dayEvent(day, { provisional, decree, validThrough: calendar.validThrough })),
    ),
  });
}

interface Standing {
  provisional: boolean;
  decree: string;
  validThrough: LegalDate;
}

function dayEvent(
  { date, kind, name, decree }: CalendarView['years'][number]['days'][number],
  year: Standing,
): CalendarEvent {
  const isProvisional = year.provisional || date > year.validThrough;
  const title = kind === 'dayOff' ? `Nghỉ: ${name}` : `Làm việc: ${name}`;
  const basis = decree ? `Theo văn bản số ${decree}.` : `${year.decree}.`;
  return {
    uid: `${kind === 'dayOff' ? 'day-off' : 'working-day'}-${date}@calendar.dan-nguyen`,
    on: date,
    summary: isProvisional ? `${title} (dự kiến)` : title,
    description: isProvisional ? `${basis} Chưa có lịch chính thức.` : basis,
    categories: [kind === 'dayOff' ? 'Ngày nghỉ' : 'Ngày làm bù'],
  };
}

/** An agency's deadlines as iCalendar: case number, clock, last day, late or not; no content and no people. */
export function agencyDeadlinesFeed({ agencyName, changedAt, items }: AgencyDeadlines): string {
  return writeICalendar({
    name: `Thời hạn đơn thư: ${agencyName}`,
    description: 'Ngày cuối của từng thời hạn đang chạy; hết hạn lúc 24 giờ ngày đó.',
    stampedAt: changedAt,
    events: items.map(deadlineEvent),
  });
}

function deadlineEvent({ id, caseNumber, clock, due, isLate }: AgencyDeadline): CalendarEvent {
  const state = isLate ? 'Quá hạn' : 'Hạn';
  return {
    uid: `deadline-${id}@dan-nguyen`,
    on: due,
    summary: `${state} ${VIETNAMESE.clocks[clock]}: ${caseNumber}`,
    description: `Vụ việc ${caseNumber}. ${VIETNAMESE.dueLine(VIETNAMESE.clocks[clock], paperDate(due))}`,
    categories: [state],
  };
}

function paperDate(date: LegalDate): string {
  return VIETNAMESE.date(date);
}
