import * as domain from '#domain';
import {
  addCalendarDays,
  type CaseCommandName,
  type CaseState,
  type Command,
  type Deadline,
  type LegalDate,
  sampleCommand,
} from '#domain';

type Random = () => number;

/** The closed word list behind each field of a command; a list that this build does not know leaves the sample's word. */
const WORDS: Record<string, readonly unknown[] | undefined> = {
  procedure: domain.PROCEDURES.filter((procedure) => procedure !== 'unclassified'),
  outcome: domain.OUTCOMES,
  scope: ['whole', 'part'],
  answer: ['accepted', 'needsMoreTime', 'refused', 'transferred'],
  remote: [true, false],
  known: [true, true, true, false],
  granted: [true, false],
  demandsDiffer: [true, false],
  agencyCode: ['so-a', 'so-b'],
  placeCode: ['so-a', 'so-b'],
  rightAgencyCode: ['so-a', 'so-b', null],
  duty: words('DUTIES'),
  ground: [...(words('VISIT_GROUNDS') ?? []), ...(words('TERMINATION_GROUNDS') ?? [])],
  step: words('FURTHER_STEPS'),
  tool: words('SUPERVISION_TOOLS'),
  act: words('CORRECTABLE_ACTS'),
};

function words(name: string): readonly unknown[] | undefined {
  return (domain as unknown as Record<string, readonly unknown[] | undefined>)[name];
}

/** A well-formed command with other words and days than the sample's, most of them such as an office might write. */
export function randomCommand(
  name: CaseCommandName,
  about: CaseState,
  deadlines: readonly Deadline[],
  today: LegalDate,
  random: Random,
): Command {
  const on = random() < 0.6 ? today : addCalendarDays(today, -Math.floor(random() * 8));
  const sample = sampleCommand(name, about.procedure, on) as unknown as Record<string, unknown>;
  for (const [field, list] of Object.entries(WORDS)) {
    const isKept = field === 'outcome' && random() < 0.9;
    if (list?.length && field in sample && !isKept) sample[field] = pick(list, random);
  }
  if ('criteria' in sample) sample.criteria = domain.COMPLEXITY_CRITERIA.filter(() => random() < 0.3);
  if (name === 'startVerification') sample.noConflict = random() < 0.8;
  if ('was' in sample) Object.assign(sample, correction(deadlines, today, random));
  return sample as unknown as Command;
}

/** A day that some ledger holds, and a right one near it. */
function correction(deadlines: readonly Deadline[], today: LegalDate, random: Random) {
  const days = deadlines.flatMap(({ ledger }) => ledger.map((entry) => entry.on));
  const was = days.length > 0 ? pick(days, random) : today;
  return { was, is: addCalendarDays(was, Math.floor(random() * 10) - 5) };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
