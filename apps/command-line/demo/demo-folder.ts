import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '#domain';

/** A sign-in of the demo, as config/demo/accounts.json lists it. */
export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
  agencyCode: string | null;
}

/** Path of a file in config/demo, from the sources and from dist alike. */
export function demoFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'config', 'demo', name);
}

/** The sign-ins of the demo; none belongs to a real person. */
export function demoAccounts(): DemoAccount[] {
  return JSON.parse(readFileSync(demoFile('accounts.json'), 'utf8'));
}
