const FRAMES = 60;
/** Parts of others that talk to the database or the queue of their own accord. */
const PACKAGES = /node_modules\/(bullmq|better-auth|@better-auth|@mikro-orm|kysely|pg-boss)\//;

/** The stack from here, deep enough to find who of ours asked. */
export function takeStack(below) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const holder = {};
  Error.captureStackTrace(holder, below);
  const { stack } = holder;
  Error.stackTraceLimit = limit;
  return stack;
}

/**
 * Names a place of the program that talks to the database or the queue: the file, line and function that asks, who
 * called it, and the first words of what is asked. A place that is added later names itself.
 */
export function siteOf(stack, asked) {
  const ours = [];
  let foreign;
  for (const line of stack.split('\n')) {
    const [, name, file, row] =
      /at (?:async )?(?:(.*?) \()?(?:file:\/\/)?([^()]+?):(\d+):\d+\)?$/.exec(line) ?? [];
    if (!file) continue;
    const [, own] = /\/dist\/((?:apps|libs)\/.*)\.js$/.exec(file) ?? [];
    if (own) ours.push({ place: `${own}:${row}`, name: name?.replace(/^async /, '') ?? '' });
    else if (PACKAGES.test(file))
      foreign ??= `${PACKAGES.exec(file)[1]}/${file.split('/').at(-1)} ${name ?? ''}`;
  }
  const [first, ...callers] = ours;
  const caller = callers.find(({ place }) => fileOf(place) !== fileOf(first.place));
  const place = first
    ? `${first.place} ${first.name}${caller ? ` < ${caller.place}` : ''}`
    : (foreign ?? 'without a place');
  return `${place.trim()} | ${asked}`;
}

const fileOf = (place) => place.slice(0, place.lastIndexOf(':'));

/** The first words of a statement, without its values. */
export function wordsOf(sql) {
  return sql.replace(/\s+/g, ' ').trim().toLowerCase().split(' ').slice(0, 3).join(' ').slice(0, 60);
}
