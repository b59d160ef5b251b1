import type { Procedure } from '../vocabulary.js';

/*
 * What may be done where: the course of each procedure said a second time, act by act, as a lawyer would check it.
 * The charts are built from shared pieces, so that one slip could change several of them at once; check-charts.ts
 * holds each chart to this list. "accept if identityIsKnown → accepted, starts settle, meets accept" is one act;
 * "here" stands for what entering the state does.
 */

type Course = Record<string, readonly string[]>;

const OPEN = [
  'answerVisitor, meets answerVisitor',
  'setPlace',
  'withdraw if withdrawalEndsCase → withdrawn',
  'withdraw',
  'reportRisk',
];
const OPEN_DENUNCIATION = [...OPEN, 'passCrimeSigns'];

const ENDINGS_AT_DESK = [
  'returnToSender → returnedToSender',
  'fileIneligible → filedIneligible',
  'markDuplicate → duplicate',
  'guideToSplit → guidedToSplit',
];
const VISIT = [
  'refuseVisit if groundNeedsNotice → visitRefused, starts refuseVisit',
  'refuseVisit → visitRefused',
];
const DATE = 'setReceivedDate if receivedDateIsMissing, meets review';

/** The two states of the desk: sorting, and disputed between agencies. */
function atDesk(assigned: string, acts: readonly string[]): Course {
  const all = [...acts, ...ENDINGS_AT_DESK, DATE, `assign → ${assigned}, meets process review`];
  return {
    'handling.received.classified': ['classify', ...all],
    'handling.received.circulating': ['classify → classified', ...all],
  };
}

const RETURN = [
  'refuseAssignment if returnRingsCirculation → circulating, starts process',
  'refuseAssignment → classified, starts process',
];

const WORK = [
  'suspend → suspended, starts review sendSuspension',
  'recordComplexity',
  'terminate if groundFits → terminated, starts sendSuspension',
];

const continued = (last: string) => [
  `continue if verificationIsReported → ${last}, starts sendSuspension, meets review`,
  'continue if verificationHasStarted → verifying, starts sendSuspension, meets review',
  'continue → accepted, starts sendSuspension, meets review',
];

const ARCHIVE = 'archive if nothingIsOwed and noUrgeIsOpen and isNotEscalated → archived';
const HELD = ['succeed', ARCHIVE];
const SETTLED = 'here, meets settle answerVisitor answerUrge';
const PASSED_ON = 'here, meets process review answerVisitor answerUrge';

const COMMON_ENDS: Course = {
  'handling.resolved.returnedToSender': [PASSED_ON, ARCHIVE],
  'handling.resolved.filedIneligible': [PASSED_ON, ARCHIVE],
  'handling.resolved.duplicate': [PASSED_ON, ARCHIVE],
  'handling.resolved.guidedToSplit': [PASSED_ON, ARCHIVE],
  'handling.resolved.archived': [],
};
const VISIT_REFUSED: Course = { 'handling.resolved.visitRefused': [PASSED_ON, ARCHIVE] };
const TRANSFERRED: Course = {
  'handling.resolved.transferred': [`${PASSED_ON} transfer`, ARCHIVE],
};
const ENDS_OF_SETTLEMENT: Course = {
  'handling.resolved.notAccepted': ['here, meets accept answerVisitor answerUrge', ...HELD],
  'handling.resolved.terminated': ['here, meets answerUrge', ...HELD],
  'handling.resolved.executed': HELD,
};

const withdrawn = (...reopen: string[]): Course => ({ 'handling.resolved.withdrawn': [...reopen, ARCHIVE] });
const REOPEN_AT_DESK = 'reopen → classified, starts process';
const REOPEN_ACCEPTED = [
  'reopen if verificationHasStarted → verifying',
  'reopen if wasAccepted → accepted',
  REOPEN_AT_DESK,
];

const EVERYWHERE: Course = {
  everywhere: ['fulfil if dutyIsOpen', 'correctDate', 'calendarChanged', 'lawChanged'],
};

const OPEN_REGIONS: Course = { 'confidentiality.open': [], 'protection.none': [] };
const DENOUNCER: Course = {
  'confidentiality.sealed': ['liftSeal → lifted'],
  'confidentiality.lifted': [],
  'protection.none': ['requestProtection → requested'],
  'protection.requested': ['decideProtection if protectionIsGranted → protected', 'decideProtection → none'],
  'protection.protected': ['endProtection → ended'],
  'protection.ended': ['requestProtection → requested'],
};

/** What clocks and supervisors say; `tools` are those that start a duty. */
function supervised(...tools: string[]): Course {
  const acts = (to: string) => [
    'urge if isOpenOrOwes, starts answerUrge',
    'answerUrge if urgeIsOpen, meets answerUrge',
    `escalate if isOpenOrOwes${to}`,
    `supervise if isOpenOrOwes${to}`,
    ...tools.map((tool) => tool.replace(',', `${to},`)),
  ];
  const rings = (warning: string, limit: string, escalation: string) => [
    `deadlinePassed if alarmIsWarning${warning}`,
    `deadlinePassed if alarmIsLimit${limit}`,
    `deadlinePassed if alarmIsEscalation${escalation}`,
  ];
  const up = acts(' → escalated');
  const down = ['always if caseHasJustEnded → none', 'always if noClockRings → none'];
  return {
    'supervision.none': [
      'always if caseHasJustEnded',
      ...up,
      ...rings(' → warned', ' → overdue', ' → escalated'),
    ],
    'supervision.warned': [...down, ...up, ...rings('', ' → overdue', ' → escalated')],
    'supervision.overdue': [...down, ...up, ...rings('', '', ' → escalated')],
    'supervision.escalated': [
      'always if caseHasJustEnded → none',
      'standDown → none',
      ...acts(''),
      ...rings('', '', ''),
    ],
  };
}
const INTERPELLATION = 'supervise if isOpenOrOwes and isInterpellation, starts answerInterpellation';
const ON_DELAY = 'supervise if isOpenOrOwes and reportsOnDelay, starts reportOverdue';

const STAYS = ['stay if isNotStayed', 'liftStay if isStayed'];

function complaint(dialogue: string): Course {
  const open = [...OPEN, 'succeed'];
  const working = [...open, ...WORK, ...STAYS];
  const answers = [
    ...open,
    'accept → accepted, starts settle, meets accept answerVisitor',
    'refuseAcceptance → notAccepted',
    ...RETURN,
  ];
  return {
    ...EVERYWHERE,
    ...atDesk('awaitingAcceptance, starts accept', [...OPEN, ...VISIT, 'guide → guided']),
    'handling.assigned.awaitingAcceptance': [...answers, 'proposeAcceptance → proposingAcceptance'],
    'handling.assigned.proposingAcceptance': answers,
    'handling.assigned.accepted': [...working, 'startVerification → verifying'],
    'handling.assigned.verifying': [...working, 'holdDialogue', 'reportVerification → deciding'],
    'handling.assigned.deciding': [
      ...working,
      'holdDialogue',
      `resolve if outcomeFits and ${dialogue} → decided, starts sendDecision publish legalForce reportToForwarder reportToCouncil`,
    ],
    'handling.assigned.suspended': [...open, ...STAYS, WORK[2]!, ...continued('deciding')],
    ...COMMON_ENDS,
    ...VISIT_REFUSED,
    ...ENDS_OF_SETTLEMENT,
    'handling.resolved.guided': [PASSED_ON, ARCHIVE],
    'handling.resolved.decided': [
      SETTLED,
      'succeed',
      'deadlinePassed if forceIsReached → inForce, meets legalForce',
      'recordFurtherStep if stepFits → contested',
      ARCHIVE.replace(' →', ' and forceIsNotAwaited →'),
    ],
    'handling.resolved.contested': HELD,
    'handling.resolved.inForce': ['recordExecution → executed', ...HELD],
    ...withdrawn(...REOPEN_ACCEPTED),
    ...supervised(INTERPELLATION),
    ...OPEN_REGIONS,
  };
}

function denunciation(): Course {
  const taken = 'takeOver → awaitingAcceptance, starts accept';
  const open = [...OPEN_DENUNCIATION, 'succeed', taken];
  const working = [...open, ...WORK, 'extend'];
  const answers = [
    ...OPEN_DENUNCIATION,
    'succeed',
    'accept if identityIsKnown → accepted, starts settle notifyAcceptance, meets accept answerVisitor',
    'refuseAcceptance → notAccepted',
    ...RETURN,
    'extend',
    'confirmIdentity',
  ];
  return {
    ...EVERYWHERE,
    ...atDesk('awaitingAcceptance, starts accept', [
      ...OPEN_DENUNCIATION,
      ...VISIT,
      'transfer → transferred',
      'confirmIdentity',
    ]),
    'handling.assigned.awaitingAcceptance': [
      ...answers,
      'takeOver, starts accept',
      'proposeAcceptance → proposingAcceptance',
    ],
    'handling.assigned.proposingAcceptance': [...answers, taken],
    'handling.assigned.accepted': [...working, 'startVerification if noConflictDeclared → verifying'],
    'handling.assigned.verifying': [
      ...working,
      'requestExpertise → awaitingExpertise, starts review',
      'reportVerification → concluding',
    ],
    'handling.assigned.awaitingExpertise': [...open, WORK[2]!, 'receiveExpertise → verifying, meets review'],
    'handling.assigned.concluding': [
      ...working,
      'resolve if outcomeFits → concluded, starts sendConclusion actOnConclusion publish reportToForwarder reportToCouncil',
    ],
    'handling.assigned.suspended': [...open, WORK[2]!, ...continued('concluding')],
    ...COMMON_ENDS,
    ...VISIT_REFUSED,
    ...TRANSFERRED,
    ...ENDS_OF_SETTLEMENT,
    'handling.resolved.concluded': [
      SETTLED,
      'recordFurtherStep if stepFits, starts reviewFurtherDenunciation',
      'recordExecution → executed',
      ...HELD,
    ],
    ...withdrawn(...REOPEN_ACCEPTED),
    ...supervised(INTERPELLATION, ON_DELAY),
    ...DENOUNCER,
  };
}

function answered(first: string, second: string, visit: readonly string[], reports: string): Course {
  const acts = [...OPEN, 'succeed', `resolve if outcomeFits → answered${reports}`];
  return {
    ...EVERYWHERE,
    ...atDesk(`${first}, starts settle`, [...OPEN, ...visit, 'transfer → transferred']),
    [`handling.assigned.${first}`]: [...acts, ...RETURN, `startVerification → ${second}`],
    [`handling.assigned.${second}`]: acts,
    ...COMMON_ENDS,
    ...(visit.length > 0 ? VISIT_REFUSED : {}),
    ...TRANSFERRED,
    'handling.resolved.answered': [SETTLED, ...HELD],
    ...withdrawn(REOPEN_AT_DESK),
    ...supervised(INTERPELLATION),
    ...OPEN_REGIONS,
  };
}

/** The course of each procedure, by region and state. */
export const COURSES: Record<Procedure, Course> = {
  unclassified: {
    ...EVERYWHERE,
    'handling.received.registered': ['classify', ...OPEN, ...VISIT, ...ENDINGS_AT_DESK, DATE],
    ...COMMON_ENDS,
    ...VISIT_REFUSED,
    ...withdrawn('reopen → registered, starts process'),
    ...supervised(),
    ...OPEN_REGIONS,
  },
  complaintFirst: complaint('dialogueWasHeldIfNeeded'),
  complaintSecond: complaint('dialogueWasHeld'),
  denunciation: denunciation(),
  feedback: answered('studying', 'verifying', VISIT, ', starts reportToCouncil'),
  voterPetition: answered('sentToLead', 'coordinating', [], ''),
};
