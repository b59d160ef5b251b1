import { z } from 'zod';
import { CERTAINTIES } from '#domain';

export const date = z.string().meta({ format: 'date' });
export const instant = z.string().meta({ format: 'date-time' });
export const certainty = z.enum(CERTAINTIES);

/** How far a due date can be relied on, for a mark beside it. */
export const reliance = {
  dueCertainty: certainty.nullable().describe('setting: no law found, the province decides.'),
  dueProvisional: z.boolean().describe('True when the date rests on a calendar that is not official.'),
};

/** A page of a list. `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The reasons of a due date, one line each, in both languages. */
export const explanation = z.object({ vi: z.array(z.string()), en: z.array(z.string()) });
