import type { UseFormReturnType } from '@mantine/form';
import type { CalendarView, DecreeView } from '#contract';
import type { DecreeInput } from '../../api/calendar';

/** What the form of a decree holds while it is filled in; an empty date is the empty text. */
export interface DecreeValues {
  number: string;
  signedOn: string;
  title: string;
  source: string;
  daysOff: { date: string; name: string; swapped: boolean }[];
  workingDays: { date: string; reason: string }[];
  takenOut: string[];
  officialYears: string[];
  validThrough: string;
}

export type DecreeFormState = UseFormReturnType<DecreeValues>;

/** The form as it opens: the draft that is changed, or a paper that says nothing yet. */
export function valuesOf(decree: DecreeView | null): DecreeValues {
  if (!decree)
    return {
      number: '',
      signedOn: '',
      title: '',
      source: '',
      daysOff: [],
      workingDays: [],
      takenOut: [],
      officialYears: [],
      validThrough: '',
    };
  const { number, signedOn, title, source, daysOff, workingDays, takenOut, officialYears, validThrough } =
    decree;
  return {
    ...{ number, signedOn, title, source, daysOff, workingDays, takenOut },
    officialYears: officialYears.map(String),
    validThrough: validThrough ?? '',
  };
}

/** What is sent of it. */
export function bodyOf({ officialYears, validThrough, ...values }: DecreeValues): DecreeInput {
  return { ...values, officialYears: officialYears.map(Number), validThrough: validThrough || null };
}

/** Years that a paper may make official: those still provisional, the one after the last, and those already chosen. */
export function yearsToDecide({ years }: CalendarView, chosen: readonly string[]): string[] {
  const provisional = years.filter((year) => year.provisional).map(({ year }) => String(year));
  const next = String((years.at(-1)?.year ?? 0) + 1);
  return [...new Set([...provisional, next, ...chosen])].sort();
}
