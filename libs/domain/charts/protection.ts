import type { Procedure } from '../vocabulary.js';

const requestProtection = {
  target: 'requested',
  actions: [
    {
      type: 'notify',
      params: { template: 'protectionRequested', audience: ['holderHead', 'coordinationOffice'] },
    },
  ],
} as const;

const decided = {
  type: 'notify',
  params: { template: 'protectionDecided', audience: ['holder', 'coordinationOffice'] },
} as const;

/** Protection of a denouncer: asked for, decided by a person, ended by a person; it may outlast the case (TC art. 47-58). */
const ofDenouncer = {
  initial: 'none',
  states: {
    none: { on: { requestProtection } },
    requested: {
      on: {
        decideProtection: [
          { guard: 'protectionIsGranted', target: 'protected', actions: [decided] },
          { target: 'none', actions: [decided] },
        ],
      },
    },
    protected: { on: { endProtection: { target: 'ended' } } },
    ended: { on: { requestProtection } },
  },
} as const;

const none = { initial: 'none', states: { none: {} } } as const;

/** The region of protection. */
export function protection(procedure: Procedure) {
  return procedure === 'denunciation' ? ofDenouncer : none;
}
