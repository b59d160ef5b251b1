import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { boardView } from '#contract';
import type { Actor } from '#domain';
import { type Office, readBoard } from '#petitions';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { InjectOffice } from '../office.js';

/** The board of the HĐND: open, late and escalated cases by agency. */
@ApiTags('board')
@Controller('api/v1/board')
export class BoardController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Get()
  @Allow('supervisor', 'coordinationOffice')
  @ApiOperation({ summary: 'Open, late and escalated cases by agency' })
  @Answers(boardView)
  read(@CurrentActor() actor: Actor) {
    return readBoard(this.office, actor);
  }
}
