import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { agencyBody, agencyCode, agencyList, agencyPatch, agencyQuery, agencyView } from '#contract';
import { listAgencies, type Office } from '#petitions';
import { Allow, AllowSignedIn } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { Agencies } from './agencies.js';

/** The organisation tree: read by everyone who works with it, changed by administrators. */
@ApiTags('agencies')
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(
    @InjectOffice() private readonly office: Office,
    private readonly agencies: Agencies,
  ) {}

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'Agencies with their former names' })
  @Answers(agencyList)
  list(@Query({ schema: agencyQuery }) query: z.output<typeof agencyQuery>) {
    return listAgencies(this.office, query);
  }

  @Post()
  @Allow('administrator')
  @ApiOperation({ summary: 'Add an agency; its code never changes afterwards' })
  @Answers(agencyView, 201)
  add(@Body({ schema: agencyBody }) body: z.output<typeof agencyBody>) {
    return this.agencies.add(body);
  }

  @Patch(':code')
  @Allow('administrator')
  @ApiOperation({ summary: 'Change an agency; fields that are not given stay as they are' })
  @Answers(agencyView)
  change(
    @Param('code', { schema: agencyCode }) code: string,
    @Body({ schema: agencyPatch }) patch: z.output<typeof agencyPatch>,
  ) {
    return this.agencies.change(code, patch);
  }
}
