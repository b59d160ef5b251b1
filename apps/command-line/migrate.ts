import { runCommand } from './command.js';
import { withOffice } from './with-office.js';

/** `npm run migrate`: brings the schema up to date and does nothing else; harmless when it already is. */
await runCommand(async (env) => {
  await withOffice(env, async () => {});
  console.log('Lược đồ cơ sở dữ liệu đã mới nhất / the schema is up to date.');
});
