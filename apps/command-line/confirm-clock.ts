import { userInfo } from 'node:os';
import { confirmClock } from '#database';
import { runCommand } from './command.js';
import { withOffice } from './with-office.js';

/**
 * `npm run confirm-clock`: a person has looked at the clock of the database server and found it right. Workers
 * that paused because it jumped go on with their next round and fire whatever is due by this clock.
 */
await runCommand(async (env) => {
  const isConfirmed = await withOffice(env, ({ database }) => confirmClock(database, userInfo().username));
  console.log(
    isConfirmed
      ? 'Đã xác nhận đồng hồ, việc tính quá hạn tiếp tục / the clock is confirmed, sweeping goes on.'
      : 'Đồng hồ không bị nghi ngờ / the clock is not in doubt.',
  );
});
