import type { Procedure } from '../vocabulary.js';

/** Who wrote a denunciation is sealed from its classification on; only the author can lift the seal (TC art. 8, 47, 56). */
const sealed = {
  initial: 'sealed',
  states: {
    sealed: { on: { liftSeal: { target: 'lifted' } } },
    lifted: {},
  },
} as const;

const open = { initial: 'open', states: { open: {} } } as const;

/** The region of secrecy. */
export function confidentiality(procedure: Procedure) {
  return procedure === 'denunciation' ? sealed : open;
}
