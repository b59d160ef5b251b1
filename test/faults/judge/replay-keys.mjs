import { Person } from '../load/person.mjs';
import { randomOf } from '../random.mjs';

const LANES = 8;

/**
 * Sends commands that were acknowledged once more, under the same key: the answer must be the first one, byte for
 * byte; of a receipt, what does not depend on where the case stands by now.
 * @param replays how many, the ones with unclear answers first.
 */
export async function replayKeys(commands, { replays, urls, people }) {
  const persons = new Map(people.map((person) => [person.name, new Person(person, urls, () => {})]));
  for (const person of persons.values()) await person.signIn();
  const acknowledged = [...commands.values()].filter((command) => command.acknowledged.length > 0);
  acknowledged.sort((one, other) => other.acknowledged[0].unclear - one.acknowledged[0].unclear);
  const waiting = acknowledged.slice(0, replays);
  const number = waiting.length;
  const changed = [];
  const random = randomOf('replay');
  const lane = async () => {
    for (let command = waiting.pop(); command; command = waiting.pop()) {
      const { sent, acknowledged } = command;
      const answer = await persons.get(sent.who).insist(sent.request, random);
      if (!isSame(sent.name, acknowledged[0], answer))
        changed.push(`${sent.key} ${answer.status} ${answer.text}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { number, changed };
}

function isSame(name, first, again) {
  if (name !== 'register') return first.status === again.status && first.text === again.text;
  const { caseId, number, trackingCode } = JSON.parse(first.text);
  const receipt = again.json ?? {};
  return receipt.caseId === caseId && receipt.number === number && receipt.trackingCode === trackingCode;
}
