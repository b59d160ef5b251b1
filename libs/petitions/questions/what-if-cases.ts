import type { WhatIfCase } from '#contract';
import {
  type CaseWhatIf,
  type ClockStanding,
  compareReplay,
  differenceText,
  type Policy,
  type RefusedAct,
  refusalText,
  replayCase,
  type Supposition,
  whatIf,
} from '#domain';
import type { ReadRecord } from '../replay/read-records.js';

/** The line of a case in an answer; null when there is nothing to tell. */
export type Finding = { item: WhatIfCase | null; figures: CaseWhatIf | null };

/** Examines the record of a case: its commands, decided again under the policies they name, must give it. */
export function auditCase(record: ReadRecord, policyAt: (version: string) => Policy): Finding {
  const differences = compareReplay(record, replayCase(record, policyAt)).map((difference) => ({
    clock: difference.clock,
    command: difference.command,
    message: differenceText(difference),
  }));
  const item = differences.length > 0 ? { ...lineOf(record), differences } : null;
  return { item, figures: null };
}

/** Lets a case run under supposed rules. */
export function supposeCase(record: ReadRecord, supposition: Supposition): Finding {
  const figures = whatIf(record, supposition);
  const item = figures.differs ? { ...lineOf(record), ...told(figures) } : null;
  return { item, figures };
}

function lineOf({ case: { id, number, procedure, agencyCode, deskAgencyCode }, agencyName }: ReadRecord) {
  const holder = agencyCode ?? deskAgencyCode;
  const nothing = { late: null, level: null, clocks: [], refused: [], differences: [] };
  return { id, number, procedure, agencyCode: holder, agencyName, ...nothing };
}

function told({ late, level, clocks, refused }: CaseWhatIf) {
  return {
    late,
    level,
    clocks: clocks.map(({ clock, startedOn, was, would }) => ({
      clock,
      startedOn,
      was: standingOf(was),
      would: standingOf(would),
    })),
    refused: refused.map(refusedView),
  };
}

function standingOf(standing: ClockStanding | null) {
  return standing && { due: standing.due, isLate: standing.isLate };
}

function refusedView({ step, refusal }: RefusedAct): WhatIfCase['refused'][number] {
  return { seq: step.seq, command: step.command.type, on: step.legalOn, message: refusalText(refusal) };
}
