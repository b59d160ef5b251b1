import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { decreeBody, decreeList, decreeMovePage, decreeMoveQuery, decreeView } from '#contract';
import type { Actor } from '#domain';
import {
  applyDecree,
  changeDraft,
  type DecreeOutcome,
  discardDraft,
  draftDecree,
  listDecreeMoves,
  listDecrees,
  type Office,
  previewDecree,
  retractDecree,
} from '#petitions';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { Refused } from '../problems/refused.js';
import { withReadableCursor } from '../requests/cursor.js';

const READERS = ['administrator', 'supervisor', 'coordinationOffice'] as const;
const id = z.uuid();

/** Decrees on the calendar: drafted, previewed, applied and retracted by administrators, read by supervision. */
@ApiTags('calendar')
@Controller('api/v1/decrees')
export class DecreesController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @Allow(...READERS)
  @ApiOperation({ summary: 'Every decree with its state and latest preview' })
  @Answers(decreeList)
  list() {
    return listDecrees(this.office);
  }

  @Post()
  @Allow('administrator')
  @ApiOperation({ summary: 'Draft a decree; nothing is counted under it yet' })
  @Answers(decreeView, 201)
  draft(@CurrentActor() actor: Actor, @Body({ schema: decreeBody }) body: z.output<typeof decreeBody>) {
    return decided(draftDecree(this.office, actor, body));
  }

  @Put(':id')
  @Allow('administrator')
  @ApiOperation({ summary: 'Change a draft; its preview is thrown away' })
  @Answers(decreeView)
  change(
    @Param('id', { schema: id }) decreeId: string,
    @Body({ schema: decreeBody }) body: z.output<typeof decreeBody>,
  ) {
    return decided(changeDraft(this.office, decreeId, body));
  }

  @Delete(':id')
  @Allow('administrator')
  @ApiOperation({ summary: 'Throw a draft away' })
  @Answers(null)
  async discard(@Param('id', { schema: id }) decreeId: string) {
    const refusal = await discardDraft(this.office, decreeId);
    if (refusal) throw new Refused(refusal);
  }

  @Post(':id/preview')
  @Allow('administrator')
  @ApiOperation({ summary: 'Work out what applying a draft, or retracting a decree, does to the open cases' })
  @Answers(decreeView)
  preview(@Param('id', { schema: id }) decreeId: string) {
    return decided(previewDecree(this.office, decreeId));
  }

  @Get(':id/moves')
  @Allow(...READERS)
  @ApiOperation({ summary: 'The clocks of the latest preview, page after page' })
  @Answers(decreeMovePage)
  moves(
    @Param('id', { schema: id }) decreeId: string,
    @Query({ schema: decreeMoveQuery }) query: z.output<typeof decreeMoveQuery>,
  ) {
    return listDecreeMoves(this.office, decreeId, withReadableCursor(query));
  }

  @Post(':id/apply')
  @Allow('administrator')
  @ApiOperation({ summary: 'Put a decree in force; large offices are counted anew in the background' })
  @Answers(decreeView)
  apply(@CurrentActor() actor: Actor, @Param('id', { schema: id }) decreeId: string) {
    return decided(applyDecree(this.office, actor, decreeId));
  }

  @Post(':id/retract')
  @Allow('administrator')
  @ApiOperation({ summary: 'Take a decree out of force; every date is counted as if it had never been' })
  @Answers(decreeView)
  retract(@CurrentActor() actor: Actor, @Param('id', { schema: id }) decreeId: string) {
    return decided(retractDecree(this.office, actor, decreeId));
  }
}

/** The decree after an act, or its refusal on the way to the filter. */
async function decided(attempt: Promise<DecreeOutcome>) {
  const outcome = await attempt;
  if (!outcome.ok) throw new Refused(outcome.refusal);
  return outcome.decree;
}
