import type { Database } from '#database';

/** What telling people needs to know of the office. */
export interface NoticeOffice {
  database: Database;
  /** Agency whose address is written to when the coordination office has no staff. */
  coordinationAgency: string;
  /** Address under which people reach the web application, without a slash at the end. */
  publicUrl: string;
}
