import type { AnyStateMachine } from 'xstate';
import type { GuardRefusal } from '../charts/guard-refusals.js';
import { movesIn } from '../charts/read-machine.js';
import { CASE_COMMANDS } from '../commands.js';
import type { Phrase } from '../deadlines/index.js';
import { type Procedure, ROLES } from '../vocabulary.js';

const REGIONS = ['handling', 'supervision', 'confidentiality', 'protection'];

/** What a person reads when a chart says no, and in what words. */
export interface Refusals {
  refusals: Readonly<Partial<Record<string, GuardRefusal>>>;
  /** The words of a code. @throws when there are none. */
  say: (refusal: { code: string; params: Readonly<Record<string, string | number>> }) => Phrase;
}

/** Problems of the refusals: every condition that can stop a person's act says so, in both languages, and who can help. */
export function checkRefusals(
  charts: Record<Procedure, AnyStateMachine>,
  { refusals, say }: Refusals,
): string[] {
  const mute = [...stoppingGuards(charts)].filter((guard) => !Object.hasOwn(refusals, guard));
  return [
    ...mute.map((guard) => `the condition ${guard} can refuse a person and does not say why`),
    ...Object.entries(refusals).flatMap(([guard, refusal]) =>
      [...wordFaults(refusal, say), ...strangersIn(refusal)].map(
        (fault) => `the refusal of ${guard} ${fault}`,
      ),
    ),
  ];
}

/** Conditions of acts that have no other way to succeed when the condition fails. */
function stoppingGuards(charts: Record<Procedure, AnyStateMachine>): Set<string> {
  const moves = Object.values(charts).flatMap((machine) =>
    REGIONS.flatMap((region) => movesOf(machine, region)),
  );
  return new Set(
    moves
      .filter((ways) => ways.every(({ guards }) => guards.length > 0))
      .flatMap((ways) => ways.at(-1)?.guards ?? []),
  );
}

/** The ways of each person's act from each state. */
function movesOf(machine: AnyStateMachine, region: string) {
  const ways = Map.groupBy(movesIn(machine, region), ({ from, event }) => `${from} ${event}`);
  return [...ways.values()].filter(([first]) =>
    (CASE_COMMANDS as readonly string[]).includes(first?.event ?? ''),
  );
}

function wordFaults(refusal: GuardRefusal | undefined, say: Refusals['say']): string[] {
  try {
    const { vi, en } = say({ code: refusal?.code ?? '', params: {} });
    return vi.trim() && en.trim() && vi !== en ? [] : ['is not said in both languages'];
  } catch {
    return [`has no words for its code "${refusal?.code}"`];
  }
}

function strangersIn(refusal: GuardRefusal | undefined): string[] {
  const { whoCan, source } = refusal ?? {};
  const isKnown = whoCan?.every((role) => ROLES.includes(role)) === true;
  return [
    ...(isKnown ? [] : ['names nobody, or a role that there is not']),
    ...(source === null || (source ?? '').trim() !== '' ? [] : ['has an empty source']),
  ];
}
