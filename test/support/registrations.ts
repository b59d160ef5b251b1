import { randomUUIDv7 } from 'node:crypto';
import type { Actor, Command } from '#domain';
import type { CommandRequest } from '#petitions';

/** A request that registers a case with nothing but its commands: no petitioner, sample words. */
export function registrationOf(actor: Actor, commands: readonly Command[]): CommandRequest {
  return {
    actor,
    caseId: randomUUIDv7(),
    commands,
    expectedVersion: null,
    registration: {
      subject: 'Nội dung mẫu',
      content: null,
      topic: null,
      placeText: null,
      placeCode: null,
      agencyNamed: null,
      petitioner: null,
      source: null,
      attention: [],
    },
  };
}
