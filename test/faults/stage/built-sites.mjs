import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ASKS = /\.(query|rows|transaction|addBulk|getWaitingCount|upsertJobScheduler|remove|getJobCounts)\(/;
const BUILT = ['apps/api/**/*.js', 'apps/worker/**/*.js', 'libs/**/*.js'];

/**
 * Places of the build that ask the database or the queue and that no run so far has come to: `file:line`.
 * @param seen names of places as call-site.mjs gives them.
 */
export function unseenSites(tree, seen) {
  const known = new Set(
    seen.flatMap((site) => [...site.matchAll(/((?:apps|libs)\/[^ ]+?:\d+)/g)].map(([place]) => place)),
  );
  return BUILT.flatMap((pattern) => globSync(join(tree, 'dist', pattern)))
    .flatMap(placesOf)
    .map((path) => path.slice(join(tree, 'dist/').length))
    .filter((place) => !known.has(place));
}

function placesOf(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (ASKS.test(line) ? [`${path.replace(/\.js$/, '')}:${index + 1}`] : []));
}
