import { openLines } from '../lines.mjs';
import { randomOf } from '../random.mjs';
import { planCase } from './acts.mjs';
import { Person } from './person.mjs';

/*
 * The outside world, a process of its own: people who sign in, send commands over HTTP and send them again until the
 * answer is clear. It writes every command into its ledger before it is sent and every clear answer after it came;
 * both lines are on the disk before it goes on. Told by its parent: what to do, then 'stop'.
 */

/** Sent twice at once, as by a double click. */
const DOUBLE = 0.1;
/** Somebody looks at lists meanwhile. */
const LOOKS = 0.15;
const PAGES = [
  '/api/v1/cases?limit=20',
  '/api/v1/board',
  '/api/v1/notices',
  '/api/v1/me',
  '/api/v1/attention',
  '/api/v1/agencies',
  '/api/v1/laws',
];

process.once('message', (order) => {
  run(order).then(
    (counts) => process.send({ ended: counts }, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(1));

async function run({ urls, people, agencies, seed, commands, lanes, ledgerPath }) {
  const counts = {};
  const count = (name) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const ledger = await openLines(ledgerPath);
  const persons = new Map(people.map((person) => [person.name, new Person(person, urls, count)]));
  for (const person of persons.values()) await person.signIn();
  process.send({ ready: true });
  let sent = 0;
  let isStopped = false;
  process.on('message', (message) => {
    if (message === 'stop') isStopped = true;
  });
  const world = {
    persons,
    ledger,
    agencies,
    count,
    next: () => {
      if (isStopped || sent >= commands) return null;
      sent += 1;
      return `${seed}-${String(sent).padStart(6, '0')}`;
    },
  };
  const report = setInterval(() => process.send({ sent }), 100);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => live(world, randomOf(`${seed} lane ${lane}`))),
  );
  clearInterval(report);
  await ledger.close();
  return { ...counts, sent };
}

/** One lane after another petition, as long as there are commands to give. */
async function live(world, random) {
  for (;;) {
    const [first, ...others] = planCase(random, world.agencies);
    const opened = await give(world, random, first, { path: '/api/v1/cases' });
    if (opened === null) return;
    if (!opened.json?.caseId) continue;
    const { caseId } = opened.json;
    let { version } = opened.json;
    for (const act of others) {
      const answer = await give(world, random, act, { path: `/api/v1/cases/${caseId}/${act.name}`, version });
      if (answer === null) return;
      version = answer.json?.version ?? (await lookAt(world, random, caseId, version));
      if (random.chance(LOOKS)) await look(world, random);
    }
  }
}

/** Gives one command until the answer is clear. @returns null when there are no more commands to give. */
async function give({ persons, ledger, next, count }, random, { who, name, body }, { path, version }) {
  const key = next();
  if (key === null) return null;
  const request = { method: 'POST', path, version, key, body: body(key) };
  await ledger.write({ at: Date.now(), event: 'sent', key, who, name, request });
  const person = persons.get(who);
  const twice = random.chance(DOUBLE) ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: twice }, () => person.insist(request, random)));
  for (const { status, text, unclear } of answers) {
    const event = status < 300 ? 'acknowledged' : 'refused';
    count(event);
    await ledger.write({ at: Date.now(), event, key, status, text, unclear });
  }
  return answers.find(({ status }) => status < 300) ?? answers[0];
}

/** The version of a case as it is now: a clock that rang meanwhile has moved it on. */
async function lookAt({ persons }, random, caseId, known) {
  const answer = await persons.get('coordination').insist({ path: `/api/v1/cases/${caseId}` }, random);
  return answer.json?.version ?? known;
}

async function look({ persons, count }, random) {
  const answer = await persons
    .get(random.pick([...persons.keys()]))
    .insist({ path: random.pick(PAGES) }, random);
  if (answer.status >= 400 && answer.status !== 403) count(`look ${answer.status}`);
}
