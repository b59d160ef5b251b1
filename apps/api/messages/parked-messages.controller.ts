import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { giveUpBody, parkedPage, parkedQuery } from '#contract';
import type { Actor } from '#domain';
import { giveUpParked, listParked, retryParked } from '#notices';
import type { Office } from '#petitions';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { found } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { withReadableCursor } from '../requests/cursor.js';

/** Messages that could not be delivered: nothing more is tried until one of those who answer for them decides. */
@ApiTags('messages')
@Controller('api/v1/messages/parked')
export class ParkedMessagesController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @Allow('coordinationOffice', 'administrator')
  @ApiOperation({ summary: 'Messages that wait for a decision, the longest first, with reason and owner' })
  @Answers(parkedPage)
  list(@CurrentActor() actor: Actor, @Query({ schema: parkedQuery }) query: z.output<typeof parkedQuery>) {
    return listParked(this.office, actor, withReadableCursor(query));
  }

  @Post(':id/retry')
  @Allow('coordinationOffice', 'administrator')
  @ApiOperation({ summary: 'Have a message tried again; whom it has reached is not told twice' })
  @Answers(null)
  async retry(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await found(retryParked(this.office, actor, id));
  }

  @Post(':id/give-up')
  @Allow('coordinationOffice', 'administrator')
  @ApiOperation({
    summary: 'Close a message that did not reach everybody, and say how they are told instead',
  })
  @Answers(null)
  async giveUp(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: giveUpBody }) body: z.output<typeof giveUpBody>,
  ) {
    await found(giveUpParked(this.office, actor, id, body.reason));
  }
}
