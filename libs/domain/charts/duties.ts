import type { Clock, Duty } from '../vocabulary.js';
import type { EffectParams } from './chart-setup.js';

type When = EffectParams['startClock']['when'];

/** Starts the clock of a duty on the day of the act that brings it about. */
export const owe = (duty: Duty | 'legalForce', when?: When) =>
  ({
    type: 'startClock',
    params: { clock: duty, from: 'on', ...(when ? { when } : {}) },
  }) as const;

/** Ends clocks whose time the act fulfils, and what they rang. */
export const meet = (...clocks: Clock[]) =>
  [
    { type: 'stopClocks', params: { met: clocks, cancelled: [] } },
    { type: 'silenceAlarms', params: { clocks } },
  ] as const;

/** Ends clocks because the case takes another course. */
export const drop = (...clocks: Clock[]) =>
  [
    { type: 'stopClocks', params: { met: [], cancelled: clocks } },
    { type: 'silenceAlarms', params: { clocks } },
  ] as const;

/** What the settler owes on a decision on a complaint (KN art. 32, 41, 44; NĐ 124/2020 on publication). */
export const DUTIES_OF_DECISION = [
  owe('sendDecision'),
  owe('publish'),
  owe('legalForce'),
  { type: 'applyComplexity', params: { clock: 'legalForce' } },
] as const;

/** What the settler owes on a conclusion (TC art. 35.3, 36, 40). */
export const DUTIES_OF_CONCLUSION = [owe('sendConclusion'), owe('actOnConclusion'), owe('publish')] as const;

/** Who sent the petition on is told the result (Luật Tiếp công dân art. 27.2). */
export const REPORT_TO_FORWARDER = owe('reportToForwarder', 'forwarded');

/** A supervising body that demanded it gets a report on the result. */
export const REPORT_TO_COUNCIL = owe('reportToCouncil', 'owesCouncil');

/** Acts that are possible wherever the case stands, its end included: duties, corrections, recounts. */
export const RECORDS = {
  fulfil: { guard: 'dutyIsOpen', actions: [{ type: 'meetDuty' }, 'silenceDuty'] },
  correctDate: {
    actions: [
      'rememberCorrection',
      'silenceCalmed',
      {
        type: 'notify',
        params: { template: 'dateCorrected', audience: ['supervisor', 'coordinationOffice'] },
      },
    ],
  },
  calendarChanged: { actions: ['silenceCalmed'] },
  lawChanged: { actions: ['rememberLaw', 'silenceCalmed'] },
} as const;
