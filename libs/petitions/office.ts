import type { Database } from '#database';
import type { Policies } from './policies.js';

/** What every command and question needs: the record, the law's numbers and the office's own settings. */
export interface Office {
  database: Database;
  policies: Policies;
  /** Prefix of case numbers, such as `CM`. */
  registerCode: string;
  /** Agency whose staff are told when nobody else would be. */
  coordinationAgency: string;
  /** Key that tracking codes are derived from; at least 32 characters. */
  secretKey: string;
  /** Address under which people reach the web application, without a slash at the end. */
  publicUrl: string;
}
