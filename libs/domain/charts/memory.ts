import { type Clock, SUPERVISION_TOOLS } from '../vocabulary.js';
import type { CaseFacts, ChartEvent, EventOf } from './facts.js';

type Remember = (facts: CaseFacts, event: ChartEvent) => Partial<CaseFacts>;

/** What a chart remembers, by the name of the action: facts and event in, changed facts out. */
export const MEMORY = {
  rememberReceivedDate: (_, event) => {
    const { receivedOn } = event as EventOf<'setReceivedDate'>;
    return { receivedOn, law: receivedOn };
  },
  rememberIdentity: (_, event) => ({ identityKnown: (event as EventOf<'confirmIdentity'>).known }),
  rememberAcceptance: (_, event) => {
    const { on } = event as EventOf<'accept'>;
    return { acceptedOn: on, law: on };
  },
  rememberVerification: () => ({ verificationStarted: true }),
  rememberReport: (_, event) => ({
    verificationReported: true,
    demandsDiffer: (event as EventOf<'reportVerification'>).demandsDiffer === true,
  }),
  rememberDialogue: () => ({ dialogueHeld: true }),
  rememberStay: () => ({ stayed: true }),
  forgetStay: () => ({ stayed: false }),
  rememberRefusal: ({ refusedAssignments }) => ({ refusedAssignments: refusedAssignments + 1 }),
  rememberRisk: () => ({ urgent: true }),
  rememberCrimeSigns: () => ({ crimePassed: true }),
  /** The superior begins anew: what the first settler found does not bind (TC art. 38.5). */
  forgetSettlement: () => ({
    acceptedOn: null,
    complexity: 'none',
    remote: false,
    verificationStarted: false,
    verificationReported: false,
    demandsDiffer: false,
    dialogueHeld: false,
  }),
  rememberReopening: () => ({ ended: false, verificationReported: false }),
  rememberUrge: ({ urges }) => ({ urges: urges + 1, urgeIsOpen: true }),
  rememberUrgeAnswer: () => ({ urgeIsOpen: false }),
  rememberTool: ({ tool, level, owesCouncil }, event) => {
    const used = (event as EventOf<'supervise'>).tool;
    const isStronger = tool === null || SUPERVISION_TOOLS.indexOf(used) > SUPERVISION_TOOLS.indexOf(tool);
    return {
      tool: isStronger ? used : tool,
      level: Math.max(level, 1),
      owesCouncil: owesCouncil || used === 'demand',
    };
  },
  rememberAlarm: ({ alarms }, event) => {
    const { clock, kind } = event as EventOf<'deadlinePassed'>;
    return { alarms: { ...alarms, [clock]: kind === 'warn' ? 'warned' : 'overdue' } };
  },
  rememberLevel: ({ level }, event) => ({
    level: event.type === 'deadlinePassed' ? Math.max(level, event.level) : Math.min(level + 1, 3),
  }),
  forgetLevel: () => ({ level: 0 }),
  noteEnd: () => ({ ended: true, level: 0, alarms: {}, urgeIsOpen: false, stayed: false }),
  silenceCalmed: ({ alarms }, event) => ({
    alarms: without(alarms, (event as EventOf<'calendarChanged'>).calmed),
  }),
  rememberLaw: (_, event) => ({ law: (event as EventOf<'lawChanged'>).version }),
  rememberCorrection: ({ acceptedOn }, event) => {
    const { act, is } = event as EventOf<'correctDate'>;
    if (act === 'acceptance') return { acceptedOn: is, law: is };
    if (act !== 'receipt') return {};
    return acceptedOn === null ? { receivedOn: is, law: is } : { receivedOn: is };
  },
} satisfies Record<string, Remember>;

/** The alarms of all clocks but these. */
export function without(alarms: CaseFacts['alarms'], clocks: readonly Clock[]): CaseFacts['alarms'] {
  return Object.fromEntries(
    Object.entries(alarms).filter(([clock]) => !clocks.includes(clock as Clock)),
  ) as CaseFacts['alarms'];
}
