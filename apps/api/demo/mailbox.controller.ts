import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readMailbox } from '#notices';
import { AllowEveryone } from '../access/allow.js';
import { type ApiSettings, InjectSettings } from '../office.js';
import { demoOf } from './demo.controller.js';
import { mailboxPage } from './mailbox-page.js';

/** The e-mail that the demo sent: a page for people, JSON for programs that ask for it. */
@ApiExcludeController()
@Controller('dev/mailbox')
export class MailboxController {
  constructor(@InjectSettings() private readonly settings: ApiSettings) {}

  @Get()
  @AllowEveryone()
  @Header('cache-control', 'no-store')
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const items = await readMailbox(demoOf(this.settings).dataDirectory);
    if (request.headers.accept?.includes('application/json')) return { items };
    reply.type('text/html; charset=utf-8');
    return mailboxPage(items);
  }
}
