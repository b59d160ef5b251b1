import { z } from 'zod';
import { CLOCKS, PROCEDURES, ROLES } from '#domain';

/** The chart of a procedure as plain data, for drawing. */
export const chartView = z
  .object({
    procedure: z.enum(PROCEDURES),
    version: z.int(),
    regions: z.array(
      z.object({
        name: z.string().describe('Regions run side by side; `handling` is where the work stands.'),
        states: z.array(
          z.object({
            path: z.string().describe('As a case carries it, such as assigned.verifying.'),
            key: z.string(),
            owner: z.enum(ROLES).nullable().describe('Role that must act next.'),
            clocks: z.array(z.enum(CLOCKS)).describe('Clocks of which at least one runs here.'),
            initial: z.boolean(),
            final: z.boolean().describe('Nothing leads out of it.'),
          }),
        ),
      }),
    ),
    moves: z.array(
      z.object({
        region: z.string(),
        from: z.string().describe('A state, a group such as `assigned`, or `*` for the whole region.'),
        to: z.string().nullable().describe('null for an act that leaves the region where it stands.'),
        event: z.string().describe('A command, or `always` for a move that needs none.'),
        guard: z.string().nullable().describe('Name of the condition.'),
      }),
    ),
  })
  .meta({ id: 'ChartView' });
export type ChartView = z.output<typeof chartView>;
