import type { Derivation, DerivationStep } from '#domain';

/** Start events that name a denunciation, and what an e-mail says in their place. */
const NEUTRAL_EVENTS: Record<string, string> = {
  acceptanceDecision: 'acceptance',
  conclusion: 'settlement',
  conclusionOrHandling: 'settlement',
  furtherDenunciation: 'receipt',
};

/**
 * The derivation of a denunciation's date as it may travel by e-mail: every day and its count, without the articles
 * and events that would tell a passer-by what the case is (Luật Tố cáo art. 8, 56). The file behind the sign-in cites them.
 */
export function discreet(derivation: Derivation): Derivation {
  return { ...derivation, steps: derivation.steps.map(withoutKind) };
}

function withoutKind(step: DerivationStep): DerivationStep {
  const { startEvent, ...params } = step.params;
  const event = startEvent === undefined ? {} : { startEvent: NEUTRAL_EVENTS[startEvent] ?? startEvent };
  return { ...step, params: { ...params, ...event }, source: null };
}
