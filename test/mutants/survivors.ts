/** Mutants that no check refuses, and why. */
export interface Survivors {
  which: RegExp;
  /** How many they are: the table is wrong as soon as one more survives, or one less. */
  count: number;
  /** True when the changed definitions mean the same; false when they do harm that no check can see. */
  isHarmless: boolean;
  why: string;
}

export const SURVIVORS: readonly Survivors[] = [
  {
    which: /^number R7b 2026-07-01: in the other kind of days$/,
    count: 1,
    isHarmless: true,
    why: 'One day back from an event, moved off days that are off, is the working day before it in either count.',
  },
  {
    which: /^chart complaint\w+ handling\.resolved\.decided: recordFurtherStep effect 2 silenceAlarms/,
    count: 4,
    isHarmless: true,
    why: 'Legal force is a fact of time: its clock rings no alarm that could be silenced.',
  },
  {
    which: /^chart \w+ supervision\.\w+: deadlinePassed way [12] after the next$/,
    count: 24,
    isHarmless: true,
    why: 'A warning, a limit and an escalation exclude one another: the order in which they are asked changes nothing.',
  },
  {
    which: /^chart denunciation supervision\.\w+: supervise way 1 after the next$/,
    count: 4,
    isHarmless: true,
    why: 'A demand and an interpellation are different tools: the order in which they are asked changes nothing.',
  },
  {
    which:
      /^chart \w+ (supervision\.(warned: deadlinePassed way 1|overdue: deadlinePassed way 2|escalated: (escalate|supervise)( way \d)?)|handling\.received\.(classified|registered): classify) stays where it is$/,
    count: 21,
    isHarmless: true,
    why: 'The edge leads to the state it leaves, which does nothing when it is entered: to stay is the same.',
  },
];
