import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * `npm ci` on another system needs the packages for that system in the lockfile, and a lockfile that
 * names one registry works with that registry only. Prints what is wrong; exit code 1 when something is.
 */
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const faults = Object.entries(packages).flatMap(([path, entry]) => [
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path} names ${name}, which the lockfile lacks: pin the version before.`),
  ...(entry.resolved
    ? [`${path} records a download address: install with omit-lockfile-registry-resolved.`]
    : []),
  ...(path !== '' && !entry.integrity && !entry.link && !entry.inBundle ? [`${path} has no integrity.`] : []),
]);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`package-lock.json: ${Object.keys(packages).length} packages, complete for every platform.`);

/** Looks where Node would: in the package's own node_modules, then in those of the folders above. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
