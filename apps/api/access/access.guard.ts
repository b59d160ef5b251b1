import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SignIn } from '#identity';
import { Problem } from '../problems/problem.js';
import { ACCESS, type Access } from './allow.js';
import { rememberPerson } from './person.js';

/** Denies by default: a route that states no permission is closed to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const person = await this.signIn.whoIs(request.headers.cookie);
    if (!person) throw new Problem('notSignedIn');
    if (access === undefined) throw new Problem('forbidden');
    if (access !== 'signedIn' && !access.includes(person.role)) {
      throw new Problem('forbidden', { whoCan: access });
    }
    rememberPerson(request, person);
    return true;
  }
}
