import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';
import { gather } from '#gather';
import { datedPool } from './dated-pool.js';
import { findSessions, type SignedIn } from './find-sessions.js';
import { COOKIE_PREFIX, type CookieSettings, sessionToken } from './session-cookie.js';

/** What sign-in needs of the office: where staff are kept, and the address and key of its cookies. */
export interface SignInSettings {
  database: { pool: Pool };
  /** Key that the cookies are signed with; at least 32 characters. */
  secretKey: string;
  /** Address under which people reach the web application; https makes the cookie a secure one. */
  publicUrl: string;
}

/** Header that carries the client's address; the API sets it from the connection, never from the client. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** A session lasts a working day: desks are shared. */
const SESSION_SECONDS = 12 * 60 * 60;
/** Sign-ins tried from one address in so many seconds; a whole office may share an address. */
const TRIES = { window: 10, max: 20 };

/**
 * Sign-in of staff by e-mail and password, with sessions in the record. Nobody signs up: staff are
 * created by an administrator (`createStaff`). Cross-site requests are refused before they come here.
 */
export class SignIn {
  private readonly auth;
  private readonly cookies: CookieSettings;
  /** Requests that come together are looked up together. */
  private readonly find;

  constructor(private readonly settings: SignInSettings) {
    this.auth = openAuth(settings);
    this.cookies = { secretKey: settings.secretKey, isSecure: isSecure(settings) };
    this.find = gather((tokens: string[]) => findSessions(settings.database.pool, tokens), SESSION_LANES);
  }

  /** Answers a request below `/api/auth/` (sign-in/email, sign-out, change-password). */
  handle(request: Request): Promise<Response> {
    return this.auth.handler(request);
  }

  /** Who the session in a Cookie header belongs to; null when it is missing, has ended or is of someone deactivated. */
  async whoIs(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const token = cookieHeader && sessionToken(cookieHeader, this.cookies);
    return token ? this.find(token) : null;
  }

  /** Ends every session of a person at once, on every computer. */
  async endSessions(staffId: string): Promise<void> {
    await this.settings.database.pool.query('delete from staff_session where user_id = $1', [staffId]);
  }
}

/** Lookups of sessions that may be in flight at once, and how many share one. */
const SESSION_LANES = { lanes: 2, most: 500 };

const isSecure = ({ publicUrl }: SignInSettings) => publicUrl.startsWith('https://');

function openAuth(settings: SignInSettings) {
  return betterAuth({
    appName: 'Dân Nguyện',
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: settings.secretKey,
    database: datedPool(settings.database.pool),
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        agencyCode: { type: 'string', required: false, input: false, fieldName: 'agency_code' },
        isActive: { type: 'boolean', required: true, input: false, fieldName: 'is_active' },
      },
    },
    session: {
      modelName: 'staff_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'staff_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'staff_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    databaseHooks: { session: { create: { before: ({ userId }) => demandActive(settings, userId) } } },
    rateLimit: { enabled: true, customRules: { '/sign-in/email': TRIES } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(settings),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    // What goes wrong in the record is for the API's one filter: the library would print it with its values.
    onAPIError: { throw: true },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/** The password is right by now, so the person may learn that the account is closed. */
async function demandActive({ database }: SignInSettings, staffId: string): Promise<void> {
  const { rows } = await database.pool.query('select is_active from staff where id = $1', [staffId]);
  if (rows[0]?.is_active) return;
  throw new APIError('FORBIDDEN', { code: 'staffInactive', message: 'This account is deactivated.' });
}
