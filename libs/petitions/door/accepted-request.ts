import type { CommandResult } from '#contract';
import type { Decision } from '#domain';
import type { CommandRequest } from '../command-request.js';

/** A request whose commands were all accepted, with one decision per command. */
export interface AcceptedRequest {
  request: CommandRequest;
  decisions: Decision[];
}

/** What the caller is told: where the case stands after the last command. */
export function resultOf({ decisions }: AcceptedRequest): CommandResult {
  const { case: after, headline, handling } = decisions.at(-1)!;
  return { caseId: after.id, number: after.number, version: after.version, headline, handling };
}
