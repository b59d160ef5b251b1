import { z } from 'zod';
import { allowedCommand, attentionView, historyEntry } from './case-views.js';
import { agencyView, staffView } from './office-views.js';
import { pageOf } from './pieces.js';

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

export const historyList = listOf(historyEntry).meta({ id: 'HistoryList' });
export const allowedCommandList = listOf(allowedCommand).meta({ id: 'AllowedCommandList' });
export const agencyList = listOf(agencyView).meta({ id: 'AgencyList' });
export const staffList = listOf(staffView).meta({ id: 'StaffList' });
export const attentionPage = pageOf(attentionView)
  .extend({
    partial: z
      .boolean()
      .describe('True when the page is not full and there may be more: nextCursor goes on.'),
  })
  .meta({ id: 'AttentionPage' });
