import { createHash, createHmac } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code read over the telephone stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/**
 * The citizen's code of a case: 26 characters, 130 bits. It is derived from the office's secret and never
 * stored, so a stolen database opens no case and the desk can still print the receipt again.
 */
export function trackingCode(secretKey: string, caseId: string): string {
  const digest = createHmac('sha256', secretKey).update(`tracking-code:${caseId}`).digest();
  let bits = [...digest.subarray(0, 17)].reduce((value, byte) => (value << 8n) | BigInt(byte), 0n) >> 6n;
  let code = '';
  for (let index = 0; index < LENGTH; index += 1) {
    code = ALPHABET[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code;
}

/** What the record keeps of a code. A code of 130 random bits needs no slow hash (OWASP ASVS 6.5.2). */
export function trackingHash(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

/** A typed code as it was issued: upper case, no spaces or dashes, O read as 0, I and L as 1; null when it cannot be one. */
export function normaliseTrackingCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
