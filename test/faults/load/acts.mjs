/*
 * What happens to a petition in the load: a list of acts, each with who does it, what it carries, and the mark by which
 * the judge finds it in the history.
 */

const PROCEDURES = ['complaintFirst', 'complaintSecond', 'denunciation', 'feedback', 'voterPetition'];
const DAY_MS = 86_400_000;
/** Ho Chi Minh City is seven hours ahead of UTC all year. */
const AHEAD_MS = 7 * 3_600_000;

export const today = () => new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10);
const daysAgo = (days) => new Date(Date.now() + AHEAD_MS - days * DAY_MS).toISOString().slice(0, 10);

/** How old petitions are: most have clocks that are past their dates the moment they are taken in. */
function ageOf(random) {
  return random.chance(0.25) ? 0 : random.whole(1, 200);
}

/** The life of one petition, at random. Acts the engine refuses are refused; that is part of the load. */
export function planCase(random, agencies) {
  const procedure = random.pick(PROCEDURES);
  const agency = random.pick(agencies);
  const age = ageOf(random);
  let day = age;
  const on = () => {
    day = Math.max(0, day - random.whole(0, 12));
    return daysAgo(day);
  };
  const handover = random.pick(['never', 'later', 'atOnce', 'atOnce']);
  const acts = [registration({ random, procedure, agency, age, handover })];
  if (handover === 'never') acts.push(act('desk', 'classify', (mark) => ({ procedure, reason: mark })));
  if (handover !== 'atOnce') {
    acts.push(act('desk', 'assign', (note) => ({ agencyCode: agency, receivedByAgencyOn: on(), note })));
  } else {
    // Handed over today: what follows carries today's date.
    day = 0;
  }
  acts.push(...course({ random, procedure, agency, on }));
  return acts.slice(0, 1 + random.whole(1, acts.length));
}

const act = (who, name, body) => ({ who, name, body });

function registration({ random, procedure, agency, age, handover }) {
  const person = random.chance(0.5)
    ? { fullName: 'Người mẫu', address: 'Ấp mẫu', phone: `09${random.whole(10_000_000, 99_999_999)}` }
    : null;
  return act('desk', 'register', (mark) => ({
    subject: `Đơn thử ${mark}`,
    content: 'Nội dung thử',
    channel: random.pick(['inPerson', 'post', 'online']),
    receivedOn: daysAgo(age),
    ...(age > 0 && { backdatingReason: 'Nhập từ sổ giấy' }),
    declaredKind: null,
    ...(handover !== 'never' && { procedure }),
    ...(handover === 'atOnce' && { agencyCode: agency }),
    petitioner: person,
  }));
}

/** What the agency does, in the order in which it may. */
function course({ random, procedure, agency, on }) {
  const officer = `officer ${agency}`;
  const head = `head ${agency}`;
  const often = (share, ...acts) => (random.chance(share) ? acts : []);
  const urged = often(
    0.15,
    act('supervisor', 'urge', (message) => ({ on: on(), message })),
    act(officer, 'answer-urge', (explanation) => ({ on: on(), explanation })),
  );
  const suspended = often(
    0.4,
    act(head, 'suspend', (reason) => ({ on: on(), reason })),
    act(head, 'continue', (note) => ({ on: on(), note })),
  );
  const answered = (outcome) =>
    act(head, 'resolve', (summary) => ({ on: on(), outcome, summary: `Đã trả lời ${summary}` }));
  const withdrawn = act('desk', 'withdraw', (note) => ({ on: on(), scope: 'whole', note }));
  if (procedure === 'feedback' || procedure === 'voterPetition') {
    return [
      ...often(
        0.1,
        act(officer, 'refuse-assignment', (reason) => ({ reason, rightAgencyCode: null })),
      ),
      ...often(
        0.6,
        act(officer, 'start-verification', (verifier) => ({ on: on(), verifier })),
      ),
      ...urged,
      random.chance(0.8) ? answered('answeredResolved') : withdrawn,
    ];
  }
  return [
    ...often(
      0.4,
      act(officer, 'propose-acceptance', (note) => ({ note })),
    ),
    ...(procedure === 'denunciation'
      ? [act(head, 'confirm-identity', (note) => ({ on: on(), known: true, note }))]
      : []),
    act(head, 'accept', (documentNumber) => ({ on: on(), documentNumber })),
    act(officer, 'start-verification', (verifier) => ({ on: on(), verifier, noConflict: true })),
    ...urged,
    ...often(
      0.4,
      act(head, 'extend', (reason) => ({ on: on(), reason })),
    ),
    ...suspended,
    ...often(
      0.3,
      act('coordination', 'escalate', (reason) => ({ on: on(), reason })),
    ),
    withdrawn,
  ];
}
