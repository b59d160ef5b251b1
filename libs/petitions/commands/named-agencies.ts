import type { NamedAgency } from '../command-request.js';

type Codes = Record<string, string | null | undefined>;

/** Agencies by the field that names them; fields without a value are passed over. */
export function named(codes: Codes, isToHold = false): NamedAgency[] {
  return Object.entries(codes).flatMap(([pointer, code]) => (code ? [{ pointer, code, isToHold }] : []));
}

/** Agencies that are to hold a case, by the field that names them. */
export function holders(codes: Codes): NamedAgency[] {
  return named(codes, true);
}
