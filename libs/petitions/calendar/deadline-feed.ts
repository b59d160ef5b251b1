import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Office } from '../office.js';

/*
 * Calendar programs cannot sign in. The address they subscribe to carries a key that is derived from the office's
 * secret, the agency and a turn; the record keeps the turn alone, and another turn makes every address given out
 * before worthless.
 */

/** The key of an agency's feed, as it stands in the address. */
export async function feedKeyOf(office: Office, agencyCode: string): Promise<string> {
  const [row] = await office.database.rows<{ turn: number }>(
    'select turn from deadline_feed where agency_code = $1',
    [agencyCode],
  );
  return createHmac('sha256', office.secretKey)
    .update(`deadline-feed:${agencyCode}:${row?.turn ?? 0}`)
    .digest('base64url');
}

/** True when the key opens the agency's feed. */
export async function opensFeed(office: Office, agencyCode: string, key: string): Promise<boolean> {
  const [given, right] = [key, await feedKeyOf(office, agencyCode)].map((text) => Buffer.from(text));
  return given!.length === right!.length && timingSafeEqual(given!, right!);
}

/** Gives the agency's feed another key: programs that subscribed under the old one are shut out. */
export async function renewFeedKey(office: Office, agencyCode: string): Promise<void> {
  await office.database.rows(
    `insert into deadline_feed (agency_code, turn) values ($1, 1)
     on conflict (agency_code) do update set turn = deadline_feed.turn + 1`,
    [agencyCode],
  );
}
