import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { trackingCode, trackingView } from '#contract';
import { type Office, trackCase } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { found } from '../answers/found.js';
import { InjectOffice } from '../office.js';

/** What a citizen sees with the code on the receipt; the code is the permission. */
@ApiTags('tracking')
@Controller('api/v1/tracking')
export class TrackingController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get(':code')
  @AllowEveryone()
  @ApiOperation({ summary: 'Where a case stands, for whoever holds the code of the receipt' })
  @Answers(trackingView)
  track(@Param('code', { schema: trackingCode }) code: string) {
    return found(trackCase(this.office, code));
  }
}
