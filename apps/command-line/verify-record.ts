import { runCommand } from './command.js';
import { verifyAndTell } from './verify-and-tell.js';
import { withOffice } from './with-office.js';

/** `npm run verify-record`: replays every case and balances the books; with the application running or stopped. */
await runCommand(async (env) => withOffice(env, verifyAndTell));
