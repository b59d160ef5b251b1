import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { registerBody } from '#contract';
import type { Actor, Command, LegalDate, Refusal } from '#domain';
import type { CommandRequest, Idempotency, Outcome } from '../command-request.js';
import { giveCommand } from '../door/index.js';
import type { Office } from '../office.js';

import { today } from '../today.js';
import { holders, named } from './named-agencies.js';

type Body = z.output<typeof registerBody>;

/**
 * Logs a petition as a new case; when the desk already knows the kind and the agency, classifies and assigns it
 * in the same transaction. Another agency receives it today, however long the paper lay at the desk: the desk's
 * delay is neither hidden nor laid at the agency's door. An agency that is its own desk had it from the start.
 */
export async function registerCase(
  office: Office,
  actor: Actor,
  body: Body,
  idempotency?: Idempotency,
): Promise<Outcome> {
  const refusal = refuse(actor, body);
  if (refusal) return { ok: false, refusal };
  const handedOverOn = body.agencyCode === actor.agencyCode ? body.receivedOn : await today(office);
  return giveCommand(office, requestOf(actor, body, handedOverOn, idempotency));
}

function refuse(actor: Actor, body: Body): Refusal | null {
  if (actor.agencyCode === null) return invalid('desk.unknown', '');
  if (body.agencyCode && !body.procedure) return invalid('agency.needsProcedure', '/procedure');
  return null;
}

function requestOf(
  actor: Actor,
  body: Body,
  handedOverOn: LegalDate,
  idempotency?: Idempotency,
): CommandRequest {
  const { petitioner } = body;
  return {
    actor,
    caseId: randomUUIDv7(),
    commands: commandsOf(actor, body, handedOverOn),
    expectedVersion: null,
    idempotency,
    agencies: [...holders({ '/agencyCode': body.agencyCode }), ...named({ '/placeCode': body.placeCode })],
    registration: {
      subject: body.subject,
      content: body.content ?? null,
      topic: body.topic ?? null,
      placeText: body.placeText ?? null,
      placeCode: body.placeCode ?? null,
      agencyNamed: null,
      petitioner: petitioner && {
        fullName: petitioner.fullName,
        address: petitioner.address ?? null,
        phone: petitioner.phone ?? null,
        idNumber: petitioner.idNumber ?? null,
        isSample: false,
      },
      source: null,
      attention: [],
    },
  };
}

function commandsOf(actor: Actor, body: Body, handedOverOn: LegalDate): Command[] {
  const { channel, receivedOn, declaredKind, backdatingReason, procedure, agencyCode } = body;
  const register: Command = {
    type: 'register',
    receivedOn,
    channel,
    declaredKind,
    deskAgencyCode: actor.agencyCode ?? '',
    ...(backdatingReason ? { backdatingReason } : {}),
  };
  const classify: Command[] = procedure ? [{ type: 'classify', procedure }] : [];
  const assign: Command[] = agencyCode
    ? [{ type: 'assign', agencyCode, receivedByAgencyOn: handedOverOn }]
    : [];
  return [register, ...classify, ...assign];
}

function invalid(code: string, pointer: string): Refusal {
  return { code, kind: 'invalid', params: {}, source: null, whoCan: [], pointer };
}
