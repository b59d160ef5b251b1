import type { Params } from 'nestjs-pino';
import { type DestinationStream, pino } from 'pino';

/**
 * One JSON line per event. Of an error only its kind is written: drivers put values of rows into its details, and
 * its message may quote what somebody wrote.
 * @param stream where the lines go.
 */
export function logSettings(level: string, stream: DestinationStream = pino.destination(1)): Params {
  const serializers = { err: ({ type, code }: { type: string; code?: string }) => ({ type, code }) };
  return { pinoHttp: [{ level, serializers }, stream] };
}
