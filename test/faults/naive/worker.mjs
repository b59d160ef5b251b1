import { Worker } from 'bullmq';
import { connectionOf, openNaiveOffice, openTimers, QUEUE } from './naive-office.mjs';

/* The naive version's worker: does what jobs say, and nothing that no job says. */

const { env, office, deliverNotices, openMailer, runCommands } = await openNaiveOffice();
const mailer = openMailer(env.SMTP_URL, env.MAIL_FROM);
const startTimers = openTimers(env, office);
const CLOCK = { id: 'clock', role: 'system', agencyCode: null };

const JOBS = {
  async alarm({ caseId, ...alarm }) {
    const commands = [{ type: 'deadlinePassed', ...alarm }];
    const [outcome] = await runCommands(office, [{ actor: CLOCK, caseId, commands, expectedVersion: null }]);
    if (outcome.ok) await startTimers(caseId);
  },
  message: ({ outboxId }) => deliverNotices(office, mailer, [outboxId]),
};

const options = {
  connection: connectionOf(env),
  concurrency: 20,
  lockDuration: 10_000,
  stalledInterval: 5_000,
};
new Worker(QUEUE, ({ name, data }) => JOBS[name](data), options).on('error', () => {});
console.log('takes jobs from the queue');
