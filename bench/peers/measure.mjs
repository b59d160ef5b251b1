import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * `node measure.mjs PEER SETTINGS`: leads the cases of a range through the way with one peer and waits until every
 * notice is written; prints a line of JSON. Handling has a process of its own, as our worker has.
 */
const [name, given] = process.argv.slice(2);
const settings = JSON.parse(given);
const { range, warmUp, versions, lanes } = settings;
const peer = await import(`./${name}.mjs`);

let inThisProcess = 0;
let inHandler = 0;
await peer.prepare?.(settings);
const handler = peer.openHandler && fork(new URL('handle.mjs', import.meta.url), [name, given]);
handler?.on('message', ({ count }) => {
  inHandler = count;
});
if (handler) await once(handler, 'message');
const giver = await peer.openGiver(settings, (more) => {
  inThisProcess += more;
});

await leadAll(warmUp, 1);
await untilHandled(0, warmUp);
const before = inThisProcess + inHandler;
const startedAt = performance.now();
await leadAll(range, lanes);
await untilHandled(before, range);
const seconds = (performance.now() - startedAt) / 1_000;
console.log(JSON.stringify({ perSecond: ((range[1] - range[0]) * versions.length) / seconds }));

handler?.kill();
// A peer that does not close within seconds is left behind: the measurement is over.
setTimeout(() => process.exit(), 3_000).unref();
await giver.close();
process.exit();

/** Leads every case of a range through its whole way, so many at once. */
async function leadAll([from, to], inFlight) {
  let next = from;
  const lane = async () => {
    while (next < to) {
      const place = next;
      next += 1;
      for (const seen of versions) await giver.give({ place, seen });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

async function untilHandled(earlier, [from, to]) {
  const all = earlier + (to - from) * versions.length;
  while (inThisProcess + inHandler < all) await new Promise((resolve) => setTimeout(resolve, 2));
}
