import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendarView } from '#contract';
import { calendarDecidedAt, type Office, readCalendar } from '#petitions';
import { AllowEveryone } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';
import { AnswersCalendar } from './answers-calendar.js';
import { workingCalendarFeed } from './feeds.js';

/** The working calendar that everything is counted under: public, as a page and for calendar programs. */
@ApiTags('calendar')
@Controller('api/v1')
export class CalendarController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get('calendar')
  @AllowEveryone()
  @ApiOperation({ summary: 'Days off and made-up working days by year, with their decrees' })
  @Answers(calendarView)
  read() {
    return readCalendar(this.office);
  }

  @Get('calendar.ics')
  @AllowEveryone()
  @ApiOperation({ summary: 'The same as iCalendar (RFC 5545), to subscribe to' })
  @AnswersCalendar()
  @Header('cache-control', 'public, max-age=3600')
  async subscribe() {
    return workingCalendarFeed(await readCalendar(this.office), await calendarDecidedAt(this.office));
  }
}
