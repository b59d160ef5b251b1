import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { staffBody } from '#contract';
import { createStaff } from '#identity';
import { runCommand, SetupError } from './command.js';
import { withOffice } from './with-office.js';

const USAGE = 'npm run create-administrator -- --email ADDRESS --name "NAME" (the password is asked for)';
const TAKEN = '23505';

/** `npm run create-administrator`: the first person who can sign in to a real installation, and who adds the others. */
await runCommand(async (env) => {
  const staff = staffBody.safeParse({
    ...readArguments(),
    role: 'administrator',
    password: await readPassword(),
  });
  if (!staff.success) {
    const faults = staff.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new SetupError(`${faults.join('\n')}\nUsage: ${USAGE}`);
  }
  await withOffice(env, (office) => createStaff(office, staff.data)).catch((error) => {
    if (error.code !== TAKEN) throw error;
    throw new SetupError(`${staff.data.email} already has an account.`);
  });
  console.log(`Đã tạo quản trị viên / administrator created: ${staff.data.email}`);
});

function readArguments(): { email: string | undefined; name: string | undefined } {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
    return { email: values.email, name: values.name };
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\nUsage: ${USAGE}`);
  }
}

/** The first line of standard input; typed at a terminal, it is not shown. Never an argument: those are public. */
async function readPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (stdin.isTTY) stdout.write('Mật khẩu, ít nhất 12 ký tự / password, at least 12 characters: ');
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  for await (const line of lines) {
    lines.close();
    if (stdin.isTTY) stdout.write('\n');
    return line;
  }
  return '';
}
