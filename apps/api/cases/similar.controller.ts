import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type SimilarBody, similarBody, similarList } from '#contract';
import { type Actor, rolesFor } from '#domain';
import { findSimilar, type Office } from '#petitions';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';

/** What the desk is shown while it types: cases that may be about the same. */
@ApiTags('cases')
@Controller('api/v1/cases/similar')
export class SimilarController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Post()
  @Allow(...rolesFor('register'))
  @ApiOperation({
    summary: 'Cases that may be about the same as a petition being typed; a suggestion, never a denunciation',
  })
  @Answers(similarList)
  async find(@CurrentActor() actor: Actor, @Body({ schema: similarBody }) body: SimilarBody) {
    return { items: await findSimilar(this.office, actor, body) };
  }
}
