import type { ReadyView } from '#contract';
import { localDataDirectory, readRecordHealth } from '#database';
import type { Office } from '#petitions';
import { answerReadiness, readDisks } from '#telemetry';

/**
 * Whether this process can serve, and what somebody should look at.
 * @param dataDirectory where the process keeps files, if it keeps any.
 */
export async function readiness({ database }: Office, dataDirectory: string | undefined): Promise<ReadyView> {
  const record = await readRecordHealth(database);
  const disks = await readDisks(dataDirectory, record && (await localDataDirectory(database)));
  return answerReadiness(record, disks, null);
}
