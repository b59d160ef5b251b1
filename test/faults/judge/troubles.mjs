/** Processes without which no alarm rings; of the workers one is enough. */
const NEEDED = ['postgres', 'queue'];
const WIRES = ['worker', 'queue'];
const isWorker = (part) => part.startsWith('worker');

/**
 * Spans of time in which something that a sweep needs was away: PostgreSQL, the queue, every worker, a wire of the
 * workers; and the instants at which a wire or a statement of theirs was cut.
 * @returns spans `{ from, to }`, in milliseconds; one that has no end is open.
 */
export function troublesOfSweeps(events) {
  const away = spansOf(events, (part) => NEEDED.includes(part));
  const holes = spansOf(
    events.filter(({ part }) => WIRES.includes(part)),
    () => true,
    { begin: 'hole', end: 'holeOver' },
  );
  const cuts = events
    .filter(
      ({ what, part }) =>
        (what === 'cut' && WIRES.includes(part)) || (what === 'ambiguous' && isWorker(part)),
    )
    .map(({ at }) => ({ from: at, to: at }));
  return [...away, ...holes, ...cuts, ...withoutWorkers(events)];
}

function spansOf(events, isMeant, { begin = 'down', end = 'up' } = {}) {
  const since = new Map();
  const spans = [];
  for (const { at, what, part } of events.filter((event) => isMeant(event.part))) {
    if (what === begin || (begin === 'down' && what === 'died')) since.set(part, since.get(part) ?? at);
    else if (what === end && since.has(part)) {
      spans.push({ from: since.get(part), to: at });
      since.delete(part);
    }
  }
  return [...spans, ...[...since.values()].map((from) => ({ from, to: Number.POSITIVE_INFINITY }))];
}

/** From the death of the last worker, or the beginning, to the next one that is up. */
function withoutWorkers(events) {
  const up = new Set();
  const spans = [];
  let since = events[0]?.at ?? 0;
  for (const { at, what, part } of events.filter(({ part }) => isWorker(part))) {
    if (what === 'up') {
      if (up.size === 0) spans.push({ from: since, to: at });
      up.add(part);
    } else if (what === 'down' || what === 'died') {
      up.delete(part);
      if (up.size === 0) since = at;
    }
  }
  return up.size === 0 ? [...spans, { from: since, to: Number.POSITIVE_INFINITY }] : spans;
}

/** Instants at which a mail on its way may have been taken without our noting it. */
export function faultsOfSending(events) {
  const dies = ({ what, part }) =>
    (what === 'down' || what === 'died') && (isWorker(part) || part === 'postgres' || part === 'mail');
  const isCut = ({ what, part }) =>
    (what === 'cut' || what === 'hole') && (part === 'worker' || part === 'mail');
  const isMisreported = ({ what, part }) => what === 'ambiguous' && isWorker(part);
  return events.filter((event) => dies(event) || isCut(event) || isMisreported(event)).map(({ at }) => at);
}
