import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { changePasswordBody, signInBody } from '#contract';
import { SignIn } from '#identity';
import { AllowEveryone, AllowSignedIn } from '../access/allow.js';
import { Answers } from '../answers/answers.js';
import { passOn } from './pass-on.js';

/** Sign-in of staff. The session is an httpOnly cookie; no token is ever shown to scripts. */
@ApiTags('session')
@Controller('api/auth')
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Post('sign-in/email')
  @AllowEveryone()
  @ApiOperation({ summary: 'Sign in; the answer is the session cookie' })
  @Answers(null)
  async open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: signInBody }) body: z.output<typeof signInBody>,
  ) {
    await passOn(this.signIn, request, reply, body);
  }

  @Post('sign-out')
  @AllowEveryone()
  @ApiOperation({ summary: 'End this session; harmless when there is none' })
  @Answers(null)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await passOn(this.signIn, request, reply, {});
  }

  @Post('change-password')
  @AllowSignedIn()
  @ApiOperation({ summary: 'Change the own password; every other session of the person ends' })
  @Answers(null)
  async changePassword(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: changePasswordBody }) body: z.output<typeof changePasswordBody>,
  ) {
    await passOn(this.signIn, request, reply, { ...body, revokeOtherSessions: true });
  }
}
