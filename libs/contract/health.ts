import { z } from 'zod';

/** Answer of `GET /health/live`: the process runs. */
export const liveView = z.object({ status: z.literal('live') }).meta({ id: 'LiveView' });

/** Answer of `GET /health/ready`. Ages are seconds; null when nothing waits. */
export const readyView = z
  .object({
    status: z.enum(['ready', 'unavailable']),
    reason: z.string().nullable().describe('Why the process cannot serve; null when it can.'),
    oldestUnsentSeconds: z.number().nullable().describe('Age of the oldest message still to be delivered.'),
    oldestOverdueAlarmSeconds: z
      .number()
      .nullable()
      .describe('How long the oldest due alarm of a deadline has not been fired.'),
  })
  .meta({ id: 'ReadyView' });
export type ReadyView = z.output<typeof readyView>;
