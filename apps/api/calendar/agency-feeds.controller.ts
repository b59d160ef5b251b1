import { Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { agencyCode, deadlineLink, feedQuery } from '#contract';
import { type Actor, mayRead } from '#domain';
import { agencyDeadlines, feedKeyOf, type Office, opensFeed, renewFeedKey } from '#petitions';
import { Allow, AllowEveryone, AllowSignedIn } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { found } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { Problem } from '../problems/problem.js';
import { AnswersCalendar } from './answers-calendar.js';
import { agencyDeadlinesFeed } from './feeds.js';

/**
 * An agency's deadlines for calendar programs: to its own people, the coordination office and supervisors. Programs
 * cannot sign in, so there is an address with a key as well; whoever renews it shuts the earlier address.
 */
@ApiTags('calendar')
@Controller('api/v1')
export class AgencyFeedsController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get('agencies/:code/deadlines.ics')
  @AllowSignedIn()
  @ApiOperation({ summary: "An agency's running deadlines as iCalendar: numbers and dates only" })
  @AnswersCalendar()
  @Header('cache-control', 'private, no-store')
  read(@CurrentActor() actor: Actor, @Param('code', { schema: agencyCode }) code: string) {
    demandReach(actor, code);
    return this.#feed(code);
  }

  @Get('agencies/:code/deadlines-link')
  @AllowSignedIn()
  @ApiOperation({ summary: 'The address under which a calendar program subscribes to them' })
  @Answers(deadlineLink)
  @Header('cache-control', 'private, no-store')
  async link(@CurrentActor() actor: Actor, @Param('code', { schema: agencyCode }) code: string) {
    demandReach(actor, code);
    await found(agencyDeadlines(this.office, code));
    return this.#link(code);
  }

  @Post('agencies/:code/deadlines-link')
  @Allow('agencyHead', 'coordinationOffice')
  @ApiOperation({ summary: 'A new address; the earlier one works no more' })
  @Answers(deadlineLink)
  async renew(@CurrentActor() actor: Actor, @Param('code', { schema: agencyCode }) code: string) {
    demandReach(actor, code);
    await found(agencyDeadlines(this.office, code));
    await renewFeedKey(this.office, code);
    return this.#link(code);
  }

  @Get('deadline-feeds/:code/deadlines.ics')
  @AllowEveryone()
  @ApiOperation({ summary: 'What a calendar program reads with the key of that address' })
  @AnswersCalendar()
  @Header('cache-control', 'private, no-store')
  async subscribe(
    @Param('code', { schema: agencyCode }) code: string,
    @Query({ schema: feedQuery }) { key }: z.output<typeof feedQuery>,
  ) {
    if (!(await opensFeed(this.office, code, key))) throw new Problem('notFound');
    return this.#feed(code);
  }

  async #feed(code: string) {
    return agencyDeadlinesFeed(await found(agencyDeadlines(this.office, code)));
  }

  /** The key stands in the query: paths are logged, queries are not. */
  async #link(code: string) {
    const key = await feedKeyOf(this.office, code);
    return { url: `${this.office.publicUrl}/api/v1/deadline-feeds/${code}/deadlines.ics?key=${key}` };
  }
}

/** Who may read the cases of an agency may read its deadlines. @throws Problem notFound for everybody else. */
function demandReach(actor: Actor, code: string): void {
  if (!mayRead(actor, { deskAgencyCode: code, agencyCode: code })) throw new Problem('notFound');
}
