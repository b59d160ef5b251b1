/**
 * The closed word lists of the domain. One word per thing; the glossary in README.md
 * gives the Vietnamese legal term for each.
 */

/** What a petition asks for (Luật Tiếp công dân 42/2013 art. 2; the content decides, not the title). */
export const PETITION_KINDS = ['complaint', 'denunciation', 'feedback', 'voterPetition'] as const;
export type PetitionKind = (typeof PETITION_KINDS)[number];

/** The legal course a case runs under. `unclassified` lasts until a person decides the kind. */
export const PROCEDURES = [
  'unclassified',
  'complaintFirst',
  'complaintSecond',
  'denunciation',
  'feedback',
  'voterPetition',
] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** How the paper reached the desk. */
export const CHANNELS = ['inPerson', 'post', 'online', 'voterMeeting', 'press', 'forwarded'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The four states everybody sees. */
export const HEADLINES = ['received', 'assigned', 'escalated', 'resolved'] as const;
export type Headline = (typeof HEADLINES)[number];

export const ROLES = [
  'deskOfficer',
  'agencyOfficer',
  'agencyHead',
  'coordinationOffice',
  'supervisor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Legal clocks of a case. Their limits are data: config/policy/limits.json. */
export const CLOCKS = [
  'answerVisitor',
  'process',
  'accept',
  'settle',
  'answerUrge',
  'review',
  'transfer',
  'answerForwarder',
  'refuseVisit',
  'notifyAcceptance',
  'sendSuspension',
  'sendDecision',
  'sendConclusion',
  'actOnConclusion',
  'publish',
  'reportToForwarder',
  'legalForce',
  'reviewFurtherDenunciation',
  'reportOverdue',
  'reportToCouncil',
  'answerInterpellation',
] as const;
export type Clock = (typeof CLOCKS)[number];

/** Clocks that ask an office for one act beside the course of the case; some run on after its end. `fulfil` closes them. */
export const DUTIES = [
  'answerForwarder',
  'refuseVisit',
  'notifyAcceptance',
  'sendSuspension',
  'sendDecision',
  'sendConclusion',
  'actOnConclusion',
  'publish',
  'reportToForwarder',
  'reviewFurtherDenunciation',
  'reportOverdue',
  'reportToCouncil',
  'answerInterpellation',
] as const satisfies readonly Clock[];
export type Duty = (typeof DUTIES)[number];

/**
 * Every limit of the law that the policy knows: the clocks that cases run, and limits that can be looked up and
 * counted in advance, some of them back from an event or in hours. Left out is what has no number: acts due at once,
 * monthly quotas of reception, limits whose figure was not read.
 */
export const LIMITS = [
  ...CLOCKS,
  'forwarderTellsCitizen',
  'fileComplaint',
  'fileSecondComplaint',
  'handOverInformation',
  'tellFront',
  'reportMeasures',
  'demandReport',
  'askCooperation',
  'cooperate',
  'reportToCommittee',
  'postReceptionCalendar',
  'announceOnlineReception',
  'testOnlineLink',
  'connectOnline',
  'inviteToDialogue',
  'fileDisciplineComplaint',
  'fileDismissalComplaint',
  'settleDiscipline',
  'answerNationalVoters',
  'answerNationalVotersJointly',
  'remindWrongAnswer',
  'announceHearing',
  'planSupervision',
  'sendSupervisionProgramme',
  'sendDelegatesProgramme',
  'reportSupervision',
  'reportPromises',
  'distributeReport',
] as const;
export type Limit = (typeof LIMITS)[number];

/** Finding of complexity, signed by a person (KN art. 28, ND155 art. 2, ND31 art. 3). */
export const COMPLEXITIES = ['none', 'complex', 'speciallyComplex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** The seven criteria of complexity, in the order of ND155 art. 2 and ND31 art. 3. */
export const COMPLEXITY_CRITERIA = [
  'severalPlaces',
  'severalContents',
  'severalPeople',
  'foreignElement',
  'severalBodies',
  'bodiesDisagree',
  'contradictoryEvidence',
] as const;
export type ComplexityCriterion = (typeof COMPLEXITY_CRITERIA)[number];

/** How a case ended. `transferred` and `returned` are not settlements. */
export const OUTCOMES = [
  'decidedRight',
  'decidedPartlyRight',
  'decidedWrong',
  'upheld',
  'changed',
  'concludedTrue',
  'concludedPartlyTrue',
  'concludedFalse',
  'answeredResolved',
  'answeredInProgress',
  'answeredExplained',
  'answeredUnstated',
  'guided',
  'transferred',
  'returnedToSender',
  'notAccepted',
  'filedIneligible',
  'withdrawn',
  'visitRefused',
  'duplicate',
  'guidedToSplit',
  'terminated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that settle the merits, by procedure. */
export const SETTLING_OUTCOMES: Record<Procedure, readonly Outcome[]> = {
  unclassified: [],
  complaintFirst: ['decidedRight', 'decidedPartlyRight', 'decidedWrong'],
  complaintSecond: ['upheld', 'changed'],
  denunciation: ['concludedTrue', 'concludedPartlyTrue', 'concludedFalse'],
  feedback: ['answeredResolved', 'answeredInProgress', 'answeredExplained', 'answeredUnstated'],
  voterPetition: ['answeredResolved', 'answeredInProgress', 'answeredExplained', 'answeredUnstated'],
};

/** Why a visitor may be refused (Luật Tiếp công dân art. 9, ND154 art. 4.1). */
export const VISIT_GROUNDS = [
  'intoxicated',
  'threatening',
  'settledAlready',
  'weapons',
  'securityCheck',
  'recording',
  'disorder',
  'noCapacity',
  'noPapers',
  'outOfScope',
  'nothingNew',
  'finalJudgment',
  'anotherBody',
] as const;
export type VisitGround = (typeof VISIT_GROUNDS)[number];

/** Why the settlement of an accepted case is terminated: the first two for complaints (KN art. 11a), the others for denunciations (TC art. 34). */
export const TERMINATION_GROUNDS = [
  'personDied',
  'organisationEnded',
  'accusedDied',
  'alreadyDecided',
] as const;
export type TerminationGround = (typeof TERMINATION_GROUNDS)[number];

/** How a citizen goes on after a decision or a conclusion (KN art. 33, TC art. 37). */
export const FURTHER_STEPS = ['secondComplaint', 'court', 'furtherDenunciation'] as const;
export type FurtherStep = (typeof FURTHER_STEPS)[number];

/** Tools of a supervising body, weak to strong (Luật Hoạt động giám sát 121/2025). */
export const SUPERVISION_TOOLS = [
  'demand',
  'askSuperior',
  'explanation',
  'interpellation',
  'reSupervision',
  'reportToCouncil',
] as const;
export type SupervisionTool = (typeof SUPERVISION_TOOLS)[number];

/** Acts whose recorded date can be corrected: those that a clock counts from. */
export const CORRECTABLE_ACTS = [
  'receipt',
  'agencyReceipt',
  'acceptance',
  'suspension',
  'continuation',
  'extension',
  'complexity',
  'expertiseRequest',
  'expertiseReturn',
  'urge',
] as const;
export type CorrectableAct = (typeof CORRECTABLE_ACTS)[number];

/** What a person must still decide or supply about a case; shown as a list, never guessed. */
export const ATTENTIONS = [
  'kindMissing',
  'receivedDateMissing',
  'agencyMissing',
  'agencyUnknown',
  'agencyAmbiguous',
  'placeUnknown',
  'placeAmbiguous',
  'answerDateMissing',
  'answerWithoutStages',
  'possibleDuplicate',
  'lawTransition',
  'clockStuck',
] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Plain date `YYYY-MM-DD`, meant in Asia/Ho_Chi_Minh. Legal dates are never timestamps. */
export type LegalDate = string;

/** An instant as RFC 3339 text with offset. */
export type InstantText = string;
