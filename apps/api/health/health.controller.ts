import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { liveView, readyView } from '#contract';
import type { Office } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { readiness } from './readiness.js';

/** For load balancers and watchmen: no names, no numbers of cases. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get('live')
  @AllowEveryone()
  @ApiOperation({ summary: 'The process runs' })
  @Answers(liveView)
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @AllowEveryone()
  @ApiOperation({
    summary: 'The process can serve: the database answers and its schema is current; else 503',
  })
  @Answers(readyView)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await readiness(this.office.database);
    if (answer.status !== 'ready') reply.status(503);
    return answer;
  }
}
