import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { noticePage, noticeQuery } from '#contract';
import type { Actor } from '#domain';
import { listNotices, markNoticeRead } from '#notices';
import type { Office } from '#petitions';
import { AllowSignedIn } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { found } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { withReadableCursor } from '../requests/cursor.js';

/** Messages to the signed-in person; nobody reads anybody else's. */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'Messages to the signed-in person, newest first' })
  @Answers(noticePage)
  list(@CurrentActor() actor: Actor, @Query({ schema: noticeQuery }) query: z.output<typeof noticeQuery>) {
    return listNotices(this.office, actor, withReadableCursor(query));
  }

  @Post(':id/read')
  @AllowSignedIn()
  @ApiOperation({ summary: 'Note that a message was read' })
  @Answers(null)
  async markRead(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await found(markNoticeRead(this.office, actor, id));
  }
}
