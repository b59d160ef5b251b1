import { loadPolicy } from '#config/policy/load-policy';
import {
  type Actor,
  CASE_COMMANDS,
  type CaseCommandName,
  type CaseState,
  type Command,
  chartOf,
  type Deadline,
  type Decision,
  decide,
  type InstantText,
  NO_FACTS,
  type Policy,
  type Procedure,
  REGISTERED,
  type Refusal,
  type StateMeta,
  sampleCommand,
} from '#domain';

export const TODAY = '2026-11-23';

/** A case and its clocks, as a walk meets them. */
export interface Place {
  case: CaseState;
  deadlines: Deadline[];
}

/** Where a walk takes place: the law, the hour, and every refusal met on the way. */
export interface House {
  policy: Policy;
  now: InstantText;
  newId: () => string;
  refusals: Map<string, Refusal>;
}

export function newHouse(policy = loadPolicy()): House {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${String(ids).padStart(8, '0')}`;
  };
  return { policy, now: `${TODAY}T10:00:00+07:00`, newId, refusals: new Map() };
}

const DESK = 'desk';
const AGENCY = 'sample';

/** One actor per right, so that a walk meets every move that anybody may make. */
const ACTORS: readonly Actor[] = [
  { id: 'office', role: 'coordinationOffice', agencyCode: DESK },
  { id: 'officer', role: 'agencyOfficer', agencyCode: AGENCY },
  { id: 'head', role: 'agencyHead', agencyCode: AGENCY },
  { id: 'clock', role: 'system', agencyCode: null },
];

/** What the command leads to when the first actor gives it who may; undefined when it is refused to all. */
export function give(house: House, place: Place, command: Command): Decision | undefined {
  const { policy, now, newId, refusals } = house;
  for (const actor of ACTORS) {
    const verdict = decide({ ...place, command, actor, now, policy, newId });
    if (verdict.ok) return verdict.decision;
    refusals.set(verdict.refusal.code, verdict.refusal);
    if (verdict.refusal.kind !== 'forbidden') return undefined;
  }
  return undefined;
}

/** A petition just registered, of a kind that nobody has decided yet. */
export function register(
  house: House,
  receivedOn: string | null,
  channel: Extract<Command, { type: 'register' }>['channel'] = 'post',
): Decision {
  const blank: CaseState = {
    id: 'case',
    number: 'CM-2026-000001-1',
    procedure: 'unclassified',
    procedureVersion: 1,
    state: REGISTERED,
    facts: NO_FACTS,
    version: 0,
    deskAgencyCode: DESK,
    agencyCode: null,
  };
  const command: Command = {
    type: 'register',
    receivedOn,
    channel,
    declaredKind: null,
    deskAgencyCode: DESK,
    backdatingReason: 'sample',
  };
  return give(house, { case: blank, deadlines: [] }, command)!;
}

/** The rings of the clocks that run. */
export function ringsOf({ deadlines }: Place): Command[] {
  return deadlines.flatMap(({ id, clock, nextStep }) =>
    nextStep === null ? [] : [{ type: 'deadlinePassed' as const, clock, deadlineId: id, step: nextStep }],
  );
}

/** Acts that leave the way onward as it is; a random walk gives them too. */
const ASIDE: readonly CaseCommandName[] = [
  'answerVisitor',
  'setPlace',
  'reportRisk',
  'passCrimeSigns',
  'urge',
  'answerUrge',
  'supervise',
  'escalate',
  'standDown',
  'stay',
  'liftStay',
  'liftSeal',
  'requestProtection',
  'decideProtection',
  'endProtection',
  'correctDate',
  'succeed',
];

/** All that moves a case onward today, whoever may do it, a clock included. */
export function movesOf(house: House, place: Place, procedure: Procedure): Decision[] {
  const day = house.now.slice(0, 10);
  const { case: about } = place;
  const snapshot = chartOf(about.procedure).resolveState({
    value: about.state as never,
    context: about.facts,
  });
  const commands = CASE_COMMANDS.filter((name) => name !== 'classify' && !ASIDE.includes(name))
    .map((name) => sampleCommand(name, about.procedure, day, place))
    .filter((command) => snapshot.can(command as never));
  const classify: Command[] = procedure === 'unclassified' ? [] : [{ type: 'classify', procedure }];
  return [...commands, ...classify, ...ringsOf(place)].flatMap(
    (command) => give(house, place, command) ?? [],
  );
}

export function runningClocks({ deadlines }: Place): string[] {
  return deadlines.filter(({ state }) => state === 'running').map(({ clock }) => clock);
}

/** What an open state says of itself; undefined once the case is resolved. */
export function metaOf({ case: { procedure, state } }: Place): StateMeta | undefined {
  const [top, sub] = Object.entries(state.handling)[0]!;
  return chartOf(procedure).root.states.handling?.states[top]?.states[sub]?.meta as StateMeta | undefined;
}
