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
export const CLOCKS = ['answerVisitor', 'process', 'accept', 'settle', 'answerUrge', 'review'] as const;
export type Clock = (typeof CLOCKS)[number];

/**
 * Every limit of the law that the policy knows: the clocks that cases run, and limits that can be looked up and
 * counted in advance. All run forward in days. Left out: limits counted backwards (calendar of reception, invitation
 * to a dialogue, notice before a hearing), limits in hours, and those of bodies or courses that run no case here
 * (discipline, the Government Office, supervision teams).
 */
export const LIMITS = [
  ...CLOCKS,
  'refuseVisit',
  'reportToForwarder',
  'forwarderTellsCitizen',
  'fileComplaint',
  'fileSecondComplaint',
  'sendDecision',
  'legalForce',
  'publish',
  'sendSuspension',
  'handOverInformation',
  'tellFront',
  'transfer',
  'answerForwarder',
  'notifyAcceptance',
  'sendConclusion',
  'actOnConclusion',
  'reportMeasures',
  'reviewFurtherDenunciation',
  'demandReport',
  'reportOverdue',
  'askCooperation',
  'cooperate',
  'reportToCouncil',
  'reportToCommittee',
  'answerInterpellation',
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
] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Plain date `YYYY-MM-DD`, meant in Asia/Ho_Chi_Minh. Legal dates are never timestamps. */
export type LegalDate = string;

/** An instant as RFC 3339 text with offset. */
export type InstantText = string;
