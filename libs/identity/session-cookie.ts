import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the cookies of this installation are called. */
export const COOKIE_PREFIX = 'dan-nguyen';

/** How session cookies are named and signed. */
export interface CookieSettings {
  /** Key that they are signed with. */
  secretKey: string;
  /** True under https: browsers then keep the name from being set by anybody else. */
  isSecure: boolean;
}

/**
 * The token of the session that a Cookie header names; null when it names none or its signature is not ours. The format
 * is that of better-auth's signed cookies: the token, a dot, its HMAC-SHA-256 in base 64. The library itself would
 * spend a job of the thread pool on each request.
 */
export function sessionToken(header: string, { secretKey, isSecure }: CookieSettings): string | null {
  const name = `${isSecure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token=`;
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name));
  const value = found && decoded(found.slice(name.length));
  if (!value) return null;
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, dot);
  const isOurs = dot > 0 && isEqual(value.slice(dot + 1), signature(token, secretKey));
  return isOurs ? token : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function signature(token: string, secretKey: string): string {
  return createHmac('sha256', secretKey).update(token).digest('base64');
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
