import { expect } from '@jest/globals';
import {
  type Actor,
  addCalendarDays,
  type Channel,
  type Command,
  legalDateOf,
  type Procedure,
} from '#domain';
import { commandCase, registerCase } from '#petitions';
import type { TestOffice } from './office.js';

/** Who acts, what they do, and the state of the handling region or the refusal code that it comes to. */
export type Step<Who extends string> = [who: Who, command: Command, expected: string];

export const today = legalDateOf(new Date().toISOString());
export const daysAgo = (days: number) => addCalendarDays(today, -days);

/** What a petition of a scenario is. */
export interface Paper {
  procedure: Procedure | undefined;
  receivedOn: string;
  channel?: Channel;
  petitioner?: { fullName: string; phone: string };
}

/** Takes a petition in at the desk and returns its case. */
export async function takeInPaper(house: TestOffice, desk: Actor, paper: Paper): Promise<string> {
  const { procedure, receivedOn, channel = 'post', petitioner = null } = paper;
  const outcome = await registerCase(house.office, desk, {
    subject: 'Nội dung mẫu',
    channel,
    receivedOn,
    backdatingReason: 'Đơn đến qua bưu điện',
    declaredKind: null,
    procedure: procedure === 'unclassified' ? undefined : procedure,
    petitioner,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.result.caseId;
}

/** Plays the steps in turn; each ends in a state of the handling region or in a refusal code. */
export async function playSteps<Who extends string>(
  house: TestOffice,
  cast: Record<Who, Actor>,
  caseId: string,
  steps: readonly Step<Who>[],
): Promise<void> {
  for (const [who, command, expected] of steps) {
    const outcome = await commandCase(house.office, cast[who], { caseId, expectedVersion: null, command });
    expect(`${command.type}: ${outcome.ok ? outcome.result.handling : outcome.refusal.code}`).toBe(
      `${command.type}: ${expected}`,
    );
  }
}
