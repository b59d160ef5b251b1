import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPolicy, type Policy } from '#domain';

/** The built file lies in dist/, the JSON files do not: the project's root is the folder with package.json. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('config/policy was not found: no folder above holds package.json');
    folder = parent;
  }
  return folder;
}

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (cause) {
    throw new Error(`The policy file ${join(folder, name)} cannot be read`, { cause });
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`The policy file ${name} is not valid JSON: ${(cause as Error).message}`, { cause });
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/**
 * Reads the law's numbers, versions and acts, the calendar, the ladders and the office hours, checks them and returns
 * them frozen. `version` is a short fingerprint of all but the office hours, which no clock of a case is counted by:
 * cases and deadlines name the policy they were decided under.
 *
 * Throws one sentence naming every problem when a file is missing, is not JSON, or breaks a rule of `checkPolicy`.
 */
export function loadPolicy(folder: string = join(projectRoot(), 'config', 'policy')): Policy {
  const names = ['limits.json', 'calendar.json', 'ladders.json', 'laws.json', 'acts.json'] as const;
  const texts = names.map((name) => readText(folder, name));
  const [limits, calendar, ladders, laws, acts] = names.map((name, index) => parse(name, texts[index] ?? ''));
  const officeHours = parse('office-hours.json', readText(folder, 'office-hours.json'));
  const version = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
  const counted = { version, limits, calendar, editions: [calendar], ladders };
  const policy = { ...counted, laws, acts, officeHours } as Policy;
  const problems = checkPolicy(policy);
  if (problems.length > 0) throw new Error(`The policy in ${folder} cannot be used: ${problems.join('; ')}`);
  return deepFreeze(policy);
}
