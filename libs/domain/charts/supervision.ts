import { and } from 'xstate';
import type { Procedure } from '../vocabulary.js';
import { meet, owe } from './duties.js';

/*
 * The supervision region: what the clocks and the supervisors say of a case while the handling region goes on with
 * the work. It never moves custody. At the end of the case it is laid down; a duty that is still owed can raise it
 * again.
 */

const told = {
  escalated: {
    type: 'notify',
    params: {
      template: 'caseEscalated',
      audience: ['holder', 'holderHead', 'superior', 'coordinationOffice'],
    },
  },
  supervised: {
    type: 'notify',
    params: { template: 'caseSupervised', audience: ['holder', 'holderHead', 'coordinationOffice'] },
  },
  stoodDown: {
    type: 'notify',
    params: { template: 'escalationEnded', audience: ['holder', 'holderHead'] },
  },
} as const;

/** Alarms of the clocks; a state keeps its place when one says less than what it stands for. */
const alarms = (warning: object, limit: object, escalation: object) => ({
  deadlinePassed: [
    { guard: 'alarmIsWarning', ...warning, actions: ['rememberAlarm'] },
    { guard: 'alarmIsLimit', ...limit, actions: ['rememberAlarm'] },
    { guard: 'alarmIsEscalation', ...escalation, actions: ['rememberAlarm', 'rememberLevel'] },
  ],
});

const warned = { target: 'warned' } as const;
const overdue = { target: 'overdue' } as const;
const escalated = { target: 'escalated' } as const;

const acts = {
  urge: {
    guard: 'isOpenOrOwes',
    actions: [
      'rememberUrge',
      { type: 'startClock', params: { clock: 'answerUrge', from: 'on' } },
      { type: 'notify', params: { template: 'caseUrged', audience: ['holder', 'holderHead'] } },
    ],
  },
  answerUrge: {
    guard: 'urgeIsOpen',
    actions: [
      'rememberUrgeAnswer',
      ...meet('answerUrge'),
      {
        type: 'notify',
        params: { template: 'urgeAnswered', audience: ['supervisor', 'coordinationOffice'] },
      },
    ],
  },
  escalate: {
    guard: 'isOpenOrOwes',
    ...escalated,
    actions: ['rememberLevel', told.escalated],
  },
} as const;

const supervised = (...duties: object[]) => ({
  ...escalated,
  actions: ['rememberTool', ...duties, told.supervised],
});

/** The settler of an overdue denunciation reports on the delay (TC art. 38.3); an interpellation is answered in writing. */
function tools(procedure: Procedure) {
  const onDelay = { guard: and(['isOpenOrOwes', 'reportsOnDelay']), ...supervised(owe('reportOverdue')) };
  const inSession = {
    guard: and(['isOpenOrOwes', 'isInterpellation']),
    ...supervised(owe('answerInterpellation')),
  };
  return [
    ...(procedure === 'denunciation' ? [onDelay] : []),
    ...(procedure === 'unclassified' ? [] : [inSession]),
    { guard: 'isOpenOrOwes', ...supervised() },
  ];
}

const whenSilent = { guard: 'noClockRings', target: 'none' } as const;

/** The supervision region of a chart. */
export function supervision(procedure: Procedure) {
  const people = { ...acts, supervise: tools(procedure) };
  return {
    initial: 'none',
    always: [{ guard: 'caseHasJustEnded', target: '.none', actions: ['noteEnd'] }],
    states: {
      none: { on: { ...people, ...alarms(warned, overdue, escalated) } },
      warned: { always: [whenSilent], on: { ...people, ...alarms(warned, overdue, escalated) } },
      overdue: { always: [whenSilent], on: { ...people, ...alarms({}, overdue, escalated) } },
      escalated: {
        on: {
          ...people,
          ...alarms({}, {}, {}),
          standDown: { target: 'none', actions: ['forgetLevel', told.stoodDown] },
        },
      },
    },
  } as const;
}
