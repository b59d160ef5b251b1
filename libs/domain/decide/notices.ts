import type { Audience } from '../policy/policy.js';

/** Every message the engine can send about a case. Texts: libs/notices/templates. */
export const NOTICE_TEMPLATES = [
  'caseAssigned',
  'assignmentRefused',
  'circulationAlarm',
  'acceptanceProposed',
  'caseAccepted',
  'acceptanceRefused',
  'caseSuspended',
  'caseContinued',
  'caseWithdrawn',
  'caseResolved',
  'deadlineNear',
  'deadlineOverdue',
  'deadlineEscalated',
  'caseUrged',
  'urgeAnswered',
  'caseEscalated',
  'escalationEnded',
  'riskReported',
  'crimeSignsPassed',
  'verificationReported',
  'caseTerminated',
  'decisionInForce',
  'furtherStepRecorded',
  'caseTakenOver',
  'caseSupervised',
  'caseReopened',
  'protectionRequested',
  'protectionDecided',
  'caseSucceeded',
  'dateCorrected',
] as const;
export type NoticeTemplate = (typeof NOTICE_TEMPLATES)[number];

/**
 * A message as the outbox keeps it. It names offices, never people, and holds no content and no
 * identity: recipients are looked up when it is delivered, words are put to it by the template.
 */
export interface NoticeOrder {
  template: NoticeTemplate;
  audience: readonly Audience[];
  /** Agency that holds the case, null when nobody does. */
  agencyCode: string | null;
  deskAgencyCode: string;
  params: Readonly<Record<string, string | number>>;
}
