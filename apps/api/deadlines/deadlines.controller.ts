import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { deadlinePreview, deadlinePreviewBody, limitList, limitQuery } from '#contract';
import { legalDateOf } from '#domain';
import type { Office } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { limitsOn, preview } from './deadlines.js';

/** The deadline calculator: public, and nothing that is asked is kept. */
@ApiTags('deadlines')
@Controller('api/v1/deadlines')
export class DeadlinesController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get('clocks')
  @AllowEveryone()
  @ApiOperation({ summary: 'Every time limit in force on a day: days, unit, article, source, certainty' })
  @Answers(limitList)
  async clocks(@Query({ schema: limitQuery }) { on }: z.output<typeof limitQuery>) {
    return limitsOn(await this.#policy(), on ?? legalDateOf(new Date().toISOString()));
  }

  @Post('preview')
  @AllowEveryone()
  @ApiOperation({ summary: 'When a time limit ends, and why, for a case that need not exist' })
  @Answers(deadlinePreview)
  async preview(@Body({ schema: deadlinePreviewBody }) question: z.output<typeof deadlinePreviewBody>) {
    return preview(await this.#policy(), question);
  }

  #policy() {
    const { policies, database } = this.office;
    return policies.current(database.pool);
  }
}
