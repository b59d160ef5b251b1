import type { LegalDate } from '#domain';
import type { Executor } from '../policies.js';
import type { AcceptedRequest } from './accepted-request.js';

/**
 * The number people say aloud: register code, year, serial of the year, check digit, such as
 * `CM-2026-000123-4`. The check digit (Luhn over year and serial) catches a mistyped or swapped digit.
 */
export function caseNumber(registerCode: string, year: number, serial: number): string {
  const body = `${year}${String(serial).padStart(6, '0')}`;
  return `${registerCode}-${body.slice(0, 4)}-${body.slice(4)}-${luhn(body)}`;
}

function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = position % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * Numbers the accepted registrations, without gaps, in the transaction that stores them. The serial
 * counts the calendar year in which the petition is registered.
 */
export async function allocateNumbers(
  executor: Executor,
  registerCode: string,
  today: LegalDate,
  accepted: readonly AcceptedRequest[],
): Promise<void> {
  const registrations = accepted.filter(({ request }) => request.registration);
  if (registrations.length === 0) return;
  const year = Number(today.slice(0, 4));
  const { rows } = await executor.query<{ last: number }>(
    `insert into case_counter as counter (year, last) values ($1, $2)
     on conflict (year) do update set last = counter.last + excluded.last
     returning last`,
    [year, registrations.length],
  );
  let serial = rows[0]!.last - registrations.length;
  for (const { decisions } of registrations) {
    serial += 1;
    const number = caseNumber(registerCode, year, serial);
    for (const decision of decisions) decision.case.number = number;
  }
}
