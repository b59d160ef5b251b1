import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  allowedCommandList,
  type CaseQuery,
  casePage,
  caseQuery,
  caseView,
  historyList,
  receipt,
  registerBody,
} from '#contract';
import { type Actor, rolesFor } from '#domain';
import { caseHistory, caseReceipt, listCases, type Office, registerCase, viewCase } from '#petitions';
import { Allow, AllowSignedIn } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { found, settled } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { withReadableCursor } from '../requests/cursor.js';
import { MayRepeat } from '../requests/header-docs.js';
import { IdempotencyKey, idempotency } from '../requests/headers.js';

/** Registering and reading cases. What a reader sees of a case is decided by the engine. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(@InjectOffice() private readonly office: Office) {}

  @Post()
  @Allow(...rolesFor('register'))
  @ApiOperation({ summary: 'Log a petition; the answer is the receipt for the citizen' })
  @Answers(receipt, 201)
  @MayRepeat()
  async register(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | null,
    @Body({ schema: registerBody }) body: z.output<typeof registerBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const repeat = idempotency(key, { register: body });
    const { caseId } = await settled(registerCase(this.office, actor, body, repeat));
    reply.header('location', `/api/v1/cases/${caseId}`);
    return found(caseReceipt(this.office, actor, caseId));
  }

  @Get()
  @AllowSignedIn()
  @ApiOperation({ summary: 'Cases the reader may see, page by page' })
  @Answers(casePage)
  list(@CurrentActor() actor: Actor, @Query({ schema: caseQuery }) query: CaseQuery) {
    return listCases(this.office, actor, withReadableCursor(query));
  }

  @Get(':id')
  @AllowSignedIn()
  @ApiOperation({ summary: 'One case with its clocks and the commands allowed now; its version is the ETag' })
  @Answers(caseView)
  view(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return found(viewCase(this.office, actor, id));
  }

  @Get(':id/commands')
  @AllowSignedIn()
  @ApiOperation({ summary: 'Every command of a case: allowed, or refused with the reason' })
  @Answers(allowedCommandList)
  async commands(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await found(viewCase(this.office, actor, id))).commands };
  }

  @Get(':id/history')
  @AllowSignedIn()
  @ApiOperation({ summary: 'What happened to a case, oldest first' })
  @Answers(historyList)
  history(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return found(caseHistory(this.office, actor, id));
  }

  @Get(':id/receipt')
  @AllowSignedIn()
  @ApiOperation({ summary: 'The receipt again, for the desk that took the petition in' })
  @Answers(receipt)
  receipt(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return found(caseReceipt(this.office, actor, id));
  }
}
