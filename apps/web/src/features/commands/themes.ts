import type { CaseCommandName } from '#domain';

/** Commands that move a case on its ordinary way, each a button of its own; the others stand in a menu by theme. */
export const PRIMARY: readonly CaseCommandName[] = [
  'classify',
  'confirmIdentity',
  'assign',
  'proposeAcceptance',
  'accept',
  'startVerification',
  'receiveExpertise',
  'reportVerification',
  'continue',
  'resolve',
  'answerVisitor',
  'fulfil',
  'recordExecution',
  'decideProtection',
  'answerUrge',
  'urge',
  'escalate',
];

/** What the other commands are about, in the order of their menus. */
export const THEMES = {
  intake: [
    'guide',
    'transfer',
    'returnToSender',
    'guideToSplit',
    'markDuplicate',
    'fileIneligible',
    'refuseVisit',
    'refuseAssignment',
    'setPlace',
  ],
  settling: [
    'refuseAcceptance',
    'holdDialogue',
    'requestExpertise',
    'suspend',
    'stay',
    'liftStay',
    'withdraw',
    'terminate',
    'passCrimeSigns',
  ],
  timing: ['recordComplexity', 'extend', 'setReceivedDate', 'correctDate'],
  protection: ['reportRisk', 'requestProtection', 'endProtection', 'liftSeal'],
  oversight: ['supervise', 'takeOver', 'standDown'],
  aftermath: ['recordFurtherStep', 'reopen', 'archive'],
  other: ['succeed'],
} as const satisfies Record<string, readonly CaseCommandName[]>;

export type Theme = keyof typeof THEMES;

/** The allowed commands that are not primary, by theme; a theme of which nothing is allowed is left out. */
export function menusOf(allowed: readonly CaseCommandName[]): [Theme, CaseCommandName[]][] {
  const menus = Object.entries(THEMES) as [Theme, readonly CaseCommandName[]][];
  return menus
    .map(([theme, commands]): [Theme, CaseCommandName[]] => [
      theme,
      commands.filter((command) => allowed.includes(command)),
    ])
    .filter(([, commands]) => commands.length > 0);
}
