import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { liveView, readyView } from '#contract';
import type { Office } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { type ApiSettings, InjectOffice, InjectSettings } from '../office.js';
import { readiness } from './readiness.js';

/** For load balancers and watchmen: no names, no numbers of cases. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @InjectOffice() private readonly office: Office,
    @InjectSettings() private readonly settings: ApiSettings,
  ) {}

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
    summary: 'Whether the process can serve; else 503 with the reason. Tells what waits, and for how long',
  })
  @Answers(readyView)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await readiness(this.office, this.settings.dataDirectory);
    if (answer.status !== 'ready') reply.status(503);
    return answer;
  }
}
