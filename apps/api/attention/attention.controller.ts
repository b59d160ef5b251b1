import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { attentionPage, attentionQuery, settleAttentionBody } from '#contract';
import type { Actor } from '#domain';
import { listAttention, type Office, settleAttention } from '#petitions';
import { AllowSignedIn } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { Refused } from '../problems/refused.js';
import { withReadableCursor } from '../requests/cursor.js';

/** What a person must still decide or supply about cases; never guessed. */
@ApiTags('attention')
@Controller('api/v1/attention')
export class AttentionController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'What is missing or unclear in the cases the reader may see' })
  @Answers(attentionPage)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: attentionQuery }) query: z.output<typeof attentionQuery>,
  ) {
    return listAttention(this.office, actor, withReadableCursor(query));
  }

  @Post(':id/settle')
  @AllowSignedIn()
  @ApiOperation({ summary: 'Say that it is dealt with' })
  @Answers(null)
  async settle(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: settleAttentionBody }) body: z.output<typeof settleAttentionBody>,
  ) {
    const refusal = await settleAttention(this.office, actor, id, body);
    if (refusal) throw new Refused(refusal);
  }
}
