import type { Policy } from '#domain';
import type { Office } from '../office.js';
import type { Executor } from '../policies.js';
import type { BatchRead } from './read-batch.js';

/** What a batch is written with: what it was judged by, and the connection. */
export interface Writing {
  office: Office;
  policy: Policy;
  executor: Executor;
  read: BatchRead;
}
