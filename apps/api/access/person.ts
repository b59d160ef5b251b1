import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain';
import type { SignedIn } from '#identity';

const people = new WeakMap<FastifyRequest, SignedIn>();

/** Notes who sends a request; only the guard does so. */
export function rememberPerson(request: FastifyRequest, person: SignedIn): void {
  people.set(request, person);
}

/** Parameter of a handler: the signed-in person. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const person = people.get(context.switchToHttp().getRequest());
  if (!person) throw new Error('a public route asks who is signed in');
  return person;
});

/** Parameter of a handler: the signed-in person as the engine knows them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const person = people.get(context.switchToHttp().getRequest());
  if (!person) throw new Error('a public route asks who acts');
  return { id: person.id, role: person.role, agencyCode: person.agencyCode };
});
