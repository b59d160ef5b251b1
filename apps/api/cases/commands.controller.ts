import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { COMMAND_BODIES, commandResult } from '#contract';
import { type Actor, CASE_COMMANDS, type CaseCommandName, type Command, rolesFor } from '#domain';
import { commandCase, type Office } from '#petitions';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/person.js';
import { Answers } from '../answers/answers.js';
import { settled } from '../answers/found.js';
import { InjectOffice } from '../office.js';
import { DemandsVersion } from '../requests/header-docs.js';
import { IdempotencyKey, idempotency, SeenVersion } from '../requests/headers.js';

/** One POST for each command of a case; the routes are made below, from the contract's bodies. */
@ApiTags('commands')
@Controller('api/v1/cases')
export class CommandsController {
  constructor(@InjectOffice() private readonly office: Office) {}

  private give(actor: Actor, caseId: string, expectedVersion: number, key: string | null, command: Command) {
    const repeat = idempotency(key, { caseId, command });
    return settled(commandCase(this.office, actor, { caseId, expectedVersion, command }, repeat));
  }

  /** Adds `POST /cases/{id}/{command}`: a method of this class, decorated as if it were written out. */
  static addRoute(name: CaseCommandName): void {
    // A computed name, because the API description names operations after their functions.
    const named: Record<string, Handler> = {
      [name](actor, id, version, key, body) {
        return this.give(actor, id, version, key, { ...body, type: name } as Command);
      },
    };
    const descriptor: TypedPropertyDescriptor<Handler> = { configurable: true, value: named[name]! };
    const { prototype } = CommandsController;
    Object.defineProperty(prototype, name, descriptor);
    for (const decorate of [
      Post(`:id/${kebab(name)}`),
      Allow(...rolesFor(name)),
      ApiOperation({ summary: sentence(name) }),
      Answers(commandResult),
      DemandsVersion(),
    ]) {
      decorate(prototype, name, descriptor);
    }
    [
      CurrentActor(),
      Param('id', { schema: z.uuid() }),
      SeenVersion(),
      IdempotencyKey(),
      Body({ schema: COMMAND_BODIES[name] }),
    ].forEach((decorate, index) => {
      decorate(prototype, name, index);
    });
    Reflect.defineMetadata('design:paramtypes', [Object, String, Number, String, Object], prototype, name);
  }
}

type Handler = (
  this: CommandsController,
  actor: Actor,
  id: string,
  version: number,
  key: string | null,
  body: object,
) => Promise<unknown>;

/** `refuseAcceptance` as `refuse-acceptance`. */
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `refuseAcceptance` as `Refuse acceptance`. */
const sentence = (name: string) => {
  const words = kebab(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

for (const name of CASE_COMMANDS) CommandsController.addRoute(name);
