import { CASE_COMMANDS, type CommandName } from '../commands.js';
import { ROLES, type Role } from '../vocabulary.js';
import type { COMMAND_RIGHTS, Relation } from './rights.js';

type Table = typeof COMMAND_RIGHTS;
type Holder = Role | 'system';

/** Acts of the elected body: it urges, asks and reports, and decides nothing (Luật 121/2025 on supervision). */
const OVERSIGHT: readonly CommandName[] = ['urge', 'escalate', 'standDown', 'supervise'];

/** Acts of the office that answers for all agencies; no single desk gives them. */
const COORDINATION: readonly CommandName[] = [...OVERSIGHT, 'takeOver', 'succeed'];

/** Acts that the head signs in person: they decide on the merits or move the law's clock (KN art. 27-40, TC art. 29-36). */
const HEAD_IN_PERSON: readonly CommandName[] = [
  'accept',
  'refuseAcceptance',
  'recordComplexity',
  'extend',
  'suspend',
  'continue',
  'requestExpertise',
  'stay',
  'liftStay',
  'terminate',
  'resolve',
  'decideProtection',
  'endProtection',
];

/** Acts that the desk and the head may do, and no officer of the agency on their own. */
const HEAD_OR_DESK: readonly CommandName[] = ['passCrimeSigns', 'reopen', 'liftSeal', 'correctDate'];

/** The officer's proposal to the head. */
const OFFICER_ALONE: readonly CommandName[] = ['proposeAcceptance'];

/** The denouncer does it in person where the file is (TC art. 47), not through the coordination office. */
const DESK_ALONE: readonly CommandName[] = ['liftSeal'];

/** Acts of the clocks, which no person gives. */
const CLOCKS_OWN: readonly CommandName[] = ['deadlinePassed', 'calendarChanged', 'lawChanged'];

/** What the system may do: ring, recount, pass cases on to a successor, and enter what a register already tells. */
const SYSTEM: readonly CommandName[] = [
  ...CLOCKS_OWN,
  'register',
  'classify',
  'assign',
  'resolve',
  'succeed',
];

const COMMANDS: readonly CommandName[] = ['register', ...CASE_COMMANDS, ...CLOCKS_OWN];

/** How each role stands to the cases it may act on. */
const RELATIONS: Record<Holder, Relation | null> = {
  deskOfficer: 'desk',
  agencyOfficer: 'holder',
  agencyHead: 'holder',
  coordinationOffice: 'any',
  supervisor: 'any',
  system: 'any',
  administrator: null,
};

/** A rule about who may give a command; true where it holds. */
interface Rule {
  says: string;
  holds(command: CommandName, may: (role: Holder) => boolean): boolean;
}

const RULES: readonly Rule[] = [
  {
    says: 'somebody may give it',
    holds: (command, may) => ROLES.some(may) || (CLOCKS_OWN.includes(command) && may('system')),
  },
  {
    says: 'a supervisor may give it when it supervises, and only then',
    holds: (command, may) => may('supervisor') === OVERSIGHT.includes(command),
  },
  {
    says: 'the system may give it when a clock or a register does, and only then',
    holds: (command, may) => may('system') === SYSTEM.includes(command),
  },
  {
    says: 'no person gives what is the clock’s own',
    holds: (command, may) => !CLOCKS_OWN.includes(command) || !ROLES.some(may),
  },
  {
    says: 'what the head signs in person nobody else gives',
    holds: (command, may) =>
      !HEAD_IN_PERSON.includes(command) ||
      (may('agencyHead') && !may('agencyOfficer') && !may('deskOfficer') && !may('coordinationOffice')),
  },
  {
    says: 'an officer may give what the head need not sign in person',
    holds: (command, may) =>
      HEAD_IN_PERSON.includes(command) ||
      may('agencyOfficer') === (may('agencyHead') && !HEAD_OR_DESK.includes(command)) ||
      OFFICER_ALONE.includes(command),
  },
  {
    says: 'head and desk share it',
    holds: (command, may) => !HEAD_OR_DESK.includes(command) || (may('agencyHead') && may('deskOfficer')),
  },
  {
    says: 'the officer proposes, not the head',
    holds: (command, may) => !OFFICER_ALONE.includes(command) || (may('agencyOfficer') && !may('agencyHead')),
  },
  {
    says: 'the coordination office stands in for desks and supervises, and does no more',
    holds: (command, may) =>
      may('coordinationOffice') ===
      (COORDINATION.includes(command) || (may('deskOfficer') && !DESK_ALONE.includes(command))),
  },
  {
    says: 'no desk and no agency gives what is the coordination office’s own',
    holds: (command, may) =>
      !COORDINATION.includes(command) || !(['deskOfficer', 'agencyOfficer', 'agencyHead'] as const).some(may),
  },
];

/**
 * Problems of the table of rights, in sentences: every command has somebody who may give it and stands to the case as
 * their office does, the elected body never decides, the system gives only what is its own, the head's acts are the
 * head's, and who stands in for whom does so everywhere.
 */
export function checkRights(rights: Table): string[] {
  const unknown = Object.keys(rights).filter((command) => !COMMANDS.includes(command as CommandName));
  return [
    ...unknown.map((command) => `rights: there is no command ${command}`),
    ...COMMANDS.flatMap((command) => {
      const row: Partial<Record<Holder, Relation>> = rights[command] ?? {};
      const may = (role: Holder) => row[role] !== undefined;
      const broken = RULES.filter(({ holds }) => !holds(command, may)).map(({ says }) => says);
      const faults = [...broken.map((rule) => `breaks the rule "${rule}"`), ...strangeRelations(row)];
      return faults.map((fault) => `rights: ${command} ${fault}`);
    }),
  ];
}

function strangeRelations(row: Partial<Record<Holder, Relation>>): string[] {
  return Object.entries(row)
    .filter(([role, relation]) => !(role in RELATIONS) || RELATIONS[role as Holder] !== relation)
    .map(([role, relation]) => `lets ${role} stand to a case as "${relation}"`);
}
