import { useTranslation } from 'react-i18next';
import type { LegalDate } from '#domain';
import { serverNow } from '../api/client';

const ZONE = 'Asia/Ho_Chi_Minh';
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

/** Today as a legal date in Viet Nam, by the server's clock. */
export const today = (): LegalDate => isoDay.format(serverNow());

/** The legal date on which an instant fell. */
export const dayOf = (instant: string): LegalDate => isoDay.format(Date.parse(instant));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writers of dates and numbers in the language of the screen: 23/11/2026, in English 23 Nov 2026. */
export function useFormat() {
  const { i18n } = useTranslation();
  const isVietnamese = i18n.language !== 'en';
  const date = (value: LegalDate) => {
    const [year, month, day] = value.split('-');
    return isVietnamese ? `${day}/${month}/${year}` : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  };
  const instant = (value: string) => {
    const time = new Date(value).toLocaleTimeString('en-GB', {
      timeZone: ZONE,
      hour: '2-digit',
      minute: '2-digit',
    });
    return `${time} ${date(dayOf(value))}`;
  };
  const weekday = (value: LegalDate) =>
    new Date(value).toLocaleDateString(isVietnamese ? 'vi-VN' : 'en-GB', {
      timeZone: 'UTC',
      weekday: 'long',
    });
  const number = (value: number) => value.toLocaleString(isVietnamese ? 'vi-VN' : 'en-GB');
  return { date, weekday, instant, number };
}

/**
 * Reads a date as people type it: 23/11/2026, 23-11-2026, 23.11.26, 23112026 or 23/11 of this year.
 * @returns null for anything that is not a date of the calendar.
 */
export function parseTypedDate(typed: string): LegalDate | null {
  const [, day, month, year] =
    /^(\d{1,2})[/.\- ]?(\d{1,2})(?:[/.\- ]?(\d{4}|\d{2}))?$/.exec(typed.trim()) ?? [];
  if (!day || !month) return null;
  const fullYear = !year ? today().slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const value = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value) ? value : null;
}
