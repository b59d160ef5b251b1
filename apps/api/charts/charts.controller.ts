import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ChartView, chartView } from '#contract';
import { CHART_VERSION, chartOf, drawChart, PROCEDURES, type Procedure } from '#domain';
import { AllowSignedIn } from '../access/allow.js';
import { Answers } from '../answers/answers.js';

/** The charts themselves: the steps of each procedure, whatever cases stand there. */
@ApiTags('charts')
@Controller('api/v1/charts')
export class ChartsController {
  @Get(':procedure')
  @AllowSignedIn()
  @ApiOperation({ summary: 'The chart of a procedure: its states, who acts there, and every move' })
  @Answers(chartView)
  chart(@Param('procedure', { schema: z.enum(PROCEDURES) }) procedure: Procedure) {
    const drawn = drawChart(chartOf(procedure));
    return { procedure, version: CHART_VERSION, ...drawn } satisfies Readonly<
      Record<keyof ChartView, unknown>
    >;
  }
}
