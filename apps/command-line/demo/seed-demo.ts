import { readEnv } from '#config/env';
import type { Actor, Role } from '#domain';
import { createStaff } from '#identity';
import { importFile, type Office } from '#petitions';
import { type DemoAccount, demoAccounts, demoFile } from './demo-folder.js';
import { fileSamples, hasSamples } from './file-samples.js';

/** Mail of the demo goes to addresses that can never exist (RFC 2606). */
const MAIL_DOMAIN = 'demo.dan-nguyen.example';

/** Name of the demo's register: a user's own register.csv is another one, and its rows are its own. */
const SOURCE = 'demo-register';

/** The demo's data: units first, the register needs them. */
const FILES = ['units.csv', 'units_old_to_new.csv', 'register.csv'];

/**
 * Fills an installation with the demo: the real units and petitions of config/demo, sign-ins, and
 * sample cases at every stage. Harmless to repeat: what is there stays as it is. An installation with
 * people of its own is left alone.
 * @param password of every demo sign-in; default: the setting DEMO_PASSWORD.
 * @throws Error when a demo file is refused, which is a fault of ours.
 */
export async function seedDemo(office: Office, { password = readEnv().DEMO_PASSWORD } = {}): Promise<void> {
  const accounts = demoAccounts();
  const staff = await demoStaff(office);
  const isComplete = accounts.every(({ email }) => staff.has(email)) && (await hasSamples(office));
  if (isComplete || (await belongsToOthers(office, staff))) return;
  for (const file of FILES) {
    const summary = await importFile(office, demoFile(file), { source: SOURCE });
    if (summary.rejectedCount > 0) throw new Error(`config/demo/${file}: ${summary.rejected[0]?.reason}`);
  }
  await office.database.rows('update agency set email = code || $1 where email is null', [`@${MAIL_DOMAIN}`]);
  for (const account of accounts) {
    if (!staff.has(account.email))
      staff.set(account.email, await createStaff(office, { ...account, password }));
  }
  await fileSamples(office, (role, agencyCode) => findActor(accounts, staff, role, agencyCode));
}

/** Ids of the demo's people by e-mail. */
async function demoStaff({ database }: Office): Promise<Map<string, string>> {
  const rows = await database.rows<{ id: string; email: string }>(
    'select id, email from staff where email like $1',
    [`%@${MAIL_DOMAIN}`],
  );
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** Sign-ins with a published password must never appear beside real ones. */
async function belongsToOthers({ database }: Office, staff: ReadonlyMap<string, string>): Promise<boolean> {
  return staff.size === 0 && (await database.rows('select id from staff limit 1')).length > 0;
}

/** People of an agency act for their own; the other roles have one person each. */
function findActor(
  accounts: readonly DemoAccount[],
  staff: ReadonlyMap<string, string>,
  role: Role,
  agencyCode: string | null,
): Actor {
  const isOfAgency = role === 'agencyOfficer' || role === 'agencyHead';
  const account = accounts.find((one) => one.role === role && (!isOfAgency || one.agencyCode === agencyCode));
  if (!account) throw new Error(`config/demo/accounts.json has no ${role} for ${agencyCode}`);
  return { id: staff.get(account.email)!, role, agencyCode: account.agencyCode };
}
