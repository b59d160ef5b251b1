import type { TFunction } from 'i18next';
import type { CaseView } from '#contract';
import {
  CORRECTABLE_ACTS,
  type CorrectableAct,
  DUTIES,
  type Duty,
  type FurtherStep,
  GROUNDS,
  type Outcome,
  PROCEDURES,
  type Procedure,
  SETTLING_OUTCOMES,
  STEPS,
  SUPERVISION_TOOLS,
  type SupervisionTool,
  type TerminationGround,
  VISIT_GROUNDS,
  type VisitGround,
} from '#domain';

const ANSWERS = ['accepted', 'needsMoreTime', 'refused', 'transferred'] as const;

/** Duties whose clock runs on this case: only they can be recorded as done. */
const openDuties = ({ deadlines }: Pick<CaseView, 'deadlines'>): Duty[] =>
  DUTIES.filter((duty) => deadlines.some(({ clock, state }) => clock === duty && state === 'running'));

/** The words that each kind of choice offers for a case. */
export const OFFERS = {
  answer: () => ANSWERS,
  correctableAct: ({ correctable }) =>
    CORRECTABLE_ACTS.filter((act) => correctable.some((recorded) => recorded.act === act)),
  duty: openDuties,
  furtherStep: ({ procedure }) => STEPS[procedure] ?? [],
  outcome: ({ procedure }) => SETTLING_OUTCOMES[procedure],
  procedure: () => PROCEDURES.filter((procedure) => procedure !== 'unclassified'),
  terminationGround: ({ procedure }) => GROUNDS[procedure] ?? [],
  tool: () => SUPERVISION_TOOLS,
  visitGround: () => VISIT_GROUNDS,
} as const satisfies Record<string, (of: CaseView) => readonly string[]>;

/** Fields that offer a closed list of words. */
export type ChoiceKind = keyof typeof OFFERS;

export const isChoice = (kind: string): kind is ChoiceKind => kind in OFFERS;

/** How the words of each kind are said. */
export const CHOICE_WORDS: Record<ChoiceKind, (t: TFunction, word: string) => string> = {
  answer: (t, word) => t(`answers.${word as (typeof ANSWERS)[number]}`),
  correctableAct: (t, word) => t(`correctableActs.${word as CorrectableAct}`),
  duty: (t, word) => t(`limits.${word as Duty}`),
  furtherStep: (t, word) => t(`furtherSteps.${word as FurtherStep}`),
  outcome: (t, word) => t(`outcomes.${word as Outcome}`),
  procedure: (t, word) => t(`procedures.${word as Procedure}`),
  terminationGround: (t, word) => t(`terminationGrounds.${word as TerminationGround}`),
  tool: (t, word) => t(`tools.${word as SupervisionTool}`),
  visitGround: (t, word) => t(`visitGrounds.${word as VisitGround}`),
};
