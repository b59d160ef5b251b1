import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type WhatIfBody, whatIfAnswer, whatIfBody, whatIfRules } from '#contract';
import { askWhatIf, type Office, whatIfRules as readRules } from '#petitions';
import { Allow } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { Refused } from '../problems/refused.js';
import { withReadableCursor } from '../requests/cursor.js';

/** What would have been: past cases under other rules. It changes nothing in the record. */
@ApiTags('what-if')
@Controller('api/v1/what-if')
export class WhatIfController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get('rules')
  @Allow('supervisor', 'coordinationOffice', 'administrator')
  @ApiOperation({ summary: 'The limits and ladders in force that a supposition may change' })
  @Answers(whatIfRules)
  rules() {
    return readRules(this.office);
  }

  @Post()
  @Allow('supervisor', 'coordinationOffice', 'administrator')
  @ApiOperation({
    summary:
      'Replays a past period under other limits, ladders or days off; without a change, audits the record',
  })
  @Answers(whatIfAnswer)
  async ask(@Body({ schema: whatIfBody }) body: WhatIfBody) {
    const asked = await askWhatIf(this.office, withReadableCursor(body));
    if ('refusal' in asked) throw new Refused(asked.refusal);
    return asked.answer;
  }
}
