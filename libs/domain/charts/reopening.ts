const tell = {
  type: 'notify',
  params: { template: 'caseReopened', audience: ['holder', 'holderHead', 'desk'] },
} as const;

const withItsDays = [
  'rememberReopening',
  { type: 'reopenClock', params: { clock: 'settle' } },
  tell,
] as const;

/** The desk takes the petition up again, with the days of a petition that came in on that day. */
const atTheDesk = (state: 'registered' | 'classified') =>
  ({
    target: `#case.handling.received.${state}`,
    actions: ['rememberReopening', { type: 'startClock', params: { clock: 'process', from: 'on' } }, tell],
  }) as const;

/** A withdrawal under threat or force does not count: the case goes on where it stood (ND155 art. 5, TC art. 33.3). */
export const reopenAtDesk = (state: 'registered' | 'classified') => [atTheDesk(state)] as const;

/** The same for a case that can have been accepted: it goes back to its settler, with the days that were left. */
export const reopenAccepted = [
  {
    guard: 'verificationHasStarted',
    target: '#case.handling.assigned.verifying',
    actions: withItsDays,
  },
  { guard: 'wasAccepted', target: '#case.handling.assigned.accepted', actions: withItsDays },
  atTheDesk('classified'),
] as const;
