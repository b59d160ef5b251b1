/**
 * The supervision region, the same in every chart: what the clocks and the supervisors say of a case
 * while the handling region goes on with the work. It never moves custody.
 */

const tellOfStandDown = {
  type: 'notify',
  params: { template: 'escalationEnded', audience: ['holder', 'holderHead'] },
} as const;

const alarms = {
  deadlinePassed: [
    {
      guard: 'alarmIsWarning',
      target: 'warned',
      actions: ['rememberAlarm'],
    },
    {
      guard: 'alarmIsLimit',
      target: 'overdue',
      actions: ['rememberAlarm'],
    },
    { target: 'escalated', actions: ['rememberAlarm', 'rememberLevel'] },
  ],
} as const;

const lateAlarms = {
  deadlinePassed: [
    { guard: 'alarmIsWarning', actions: ['rememberAlarm'] },
    { guard: 'alarmIsLimit', target: 'overdue', actions: ['rememberAlarm'] },
    { target: 'escalated', actions: ['rememberAlarm', 'rememberLevel'] },
  ],
} as const;

const escalatedAlarms = {
  deadlinePassed: [
    { guard: 'alarmIsWarning', actions: ['rememberAlarm'] },
    { guard: 'alarmIsLimit', actions: ['rememberAlarm'] },
    { actions: ['rememberAlarm', 'rememberLevel'] },
  ],
} as const;

const acts = {
  urge: {
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
      { type: 'stopClocks', params: { met: ['answerUrge'], cancelled: [] } },
      { type: 'silenceAlarms', params: { clocks: ['answerUrge'] } },
      {
        type: 'notify',
        params: { template: 'urgeAnswered', audience: ['supervisor', 'coordinationOffice'] },
      },
    ],
  },
  escalate: {
    target: 'escalated',
    actions: [
      'rememberLevel',
      {
        type: 'notify',
        params: {
          template: 'caseEscalated',
          audience: ['holder', 'holderHead', 'superior', 'coordinationOffice'],
        },
      },
    ],
  },
} as const;

const whenResolved = { guard: 'caseIsResolved', target: 'ended' } as const;
const whenSilent = { guard: 'noClockRings', target: 'none' } as const;

export const supervision = {
  initial: 'none',
  states: {
    none: { always: [whenResolved], on: { ...acts, ...alarms } },
    warned: { always: [whenResolved, whenSilent], on: { ...acts, ...alarms } },
    overdue: { always: [whenResolved, whenSilent], on: { ...acts, ...lateAlarms } },
    escalated: {
      always: [whenResolved],
      on: {
        ...acts,
        ...escalatedAlarms,
        standDown: { target: 'none', actions: ['forgetLevel', tellOfStandDown] },
      },
    },
    ended: {},
  },
} as const;
