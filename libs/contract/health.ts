import { z } from 'zod';

/** Answer of `GET /health/live`: the process runs. */
export const liveView = z.object({ status: z.literal('live') }).meta({ id: 'LiveView' });

/** Answer of `GET /health/ready`, which names no person and no case. Ages are seconds; null when nothing waits. */
export const readyView = z
  .object({
    status: z.enum(['ready', 'unavailable']),
    reason: z.string().nullable().describe('Why the process cannot serve; null when it can.'),
    warnings: z.array(z.string()).describe('What somebody should look at while it serves.'),
    oldestUnsentSeconds: z.number().nullable().describe('Age of the oldest message still to be delivered.'),
    parkedMessages: z.number().describe('Messages that wait for a person.'),
    oldestOverdueAlarmSeconds: z
      .number()
      .nullable()
      .describe('How long the oldest due alarm of a deadline has not been fired.'),
    sweepLateSeconds: z
      .number()
      .describe(
        'The same, at most since the last sweep that left nothing due: an alarm may be born overdue.',
      ),
    clockSkewSeconds: z.number().describe('Clock of this process minus clock of PostgreSQL.'),
    isSweepingPaused: z.boolean().describe('A jump of the clock waits for a person.'),
    disks: z
      .array(z.object({ volume: z.enum(['data', 'database']), usedPercent: z.number() }))
      .describe('How full the disks are, as far as this process sees them.'),
    queue: z
      .object({ isOpen: z.boolean(), isUnsafe: z.boolean(), waiting: z.number().nullable() })
      .nullable()
      .describe('The queue as the worker sees it; null from the API, which does without.'),
  })
  .meta({ id: 'ReadyView' });
export type ReadyView = z.output<typeof readyView>;
