import type { Pool } from 'pg';
import type { Role } from '#domain';

/** A member of staff whose session is valid. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  role: Role;
  agencyCode: string | null;
}

/**
 * Whom each token belongs to: null for one that is unknown, has ended or belongs to someone deactivated. Looked up for
 * every request, so that who is signed out or deactivated is out with the next one.
 */
export async function findSessions(
  pool: Pick<Pool, 'query'>,
  tokens: readonly string[],
): Promise<(SignedIn | null)[]> {
  const { rows } = await pool.query<SignedIn & { token: string }>({
    name: 'sessions',
    text: `select session.token, staff.id, staff.name, staff.email, staff.role, staff.agency_code as "agencyCode"
      from staff_session as session join staff on staff.id = session.user_id
      where session.token = any($1) and session.expires_at > now() and staff.is_active`,
    values: [tokens],
  });
  const people = new Map(rows.map(({ token, ...person }) => [token, person]));
  return tokens.map((token) => people.get(token) ?? null);
}
